"""Uploads one hostile file in the form that it is meant for, and looks at what became of it."""

import html
import io
import re
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from dev.attack.hostile_files.make import EVIDENCE, LIST, OUTLINE, PICTURE, TABLE
from upendo.catalogue.models import Forest, Picture
from upendo.claims.models import Claim

ACCEPTED, REFUSED = "accepted", "refused"
INLINES = {
    f"{part}-{key}_FORMS": 0 for part in ("species", "seasons") for key in ("TOTAL", "INITIAL")
}
FOREST = {"title": "F", "region": "R", "country": "T", "description": "Trees."} | INLINES
PICTURE_FIELDS = {"alt": "", "focus_x": 50, "focus_y": 50}
# Where each is sent to, the file's own field, and the others of its form.
FORMS: dict[str, tuple[str, str, dict[str, Any]]] = {
    PICTURE: ("/admin/catalogue/picture/add/", "image", PICTURE_FIELDS),
    OUTLINE: ("/admin/catalogue/forest/add/", "kml", FOREST),
    TABLE: ("/admin/catalogue/jar/import/", "import_file", {}),
    LIST: ("/admin/labels/labelfile/check/", "file", {}),
}
MOST_POINTS = 400


class LostError(Exception):
    """What must not become of an upload."""


def upload(client: Client, field: str, content: bytes) -> Any:
    """Upload a file, and return the answer, of which `outcome` says what it means."""
    file = SimpleUploadedFile(f"file.{'pdf' if field == EVIDENCE else 'bin'}", content)
    if field == EVIDENCE:
        return _refusal_of_evidence(file)
    path, name, others = FORMS[field]
    return client.post(path, others | {name: file})


def outcome(field: str, answer: Any) -> tuple[str, str]:
    """Return whether a file was accepted or refused, and the sentence.

    Raises LostError for an error page, a refusal without a sentence, or something stored that
    cannot be used.
    """
    if field == EVIDENCE:
        return (REFUSED, answer) if answer else (ACCEPTED, "")
    if answer.status_code == 302:
        _check_picture() if field == PICTURE else _check_outline()
        return ACCEPTED, ""
    _require(answer.status_code == 200, f"status {answer.status_code}")
    if "report" in answer.context or "checked" in answer.context:
        return ACCEPTED, ""
    return REFUSED, _sentence(answer.content.decode())


def _refusal_of_evidence(file: Any) -> str:
    field: Any = Claim._meta.get_field("evidence_file")
    try:
        field.run_validators(file)
    except ValidationError as error:
        return str(error.messages[0])
    return ""


def _sentence(page: str) -> str:
    found = re.search(r'class="[^"]*(?:errorlist|text-red)[^"]*"[^>]*>(.*?)</ul>', page, re.S)
    text = html.unescape(re.sub(r"<[^>]*>", " ", found[1])).strip() if found else ""
    _require(bool(re.search(r"[A-Z“].*[.?]", text, re.S)), f"refused without a sentence: {text!r}")
    return text


def _check_picture() -> None:
    picture = Picture.objects.latest("pk")
    names = [
        source.split()[0].removeprefix("/media/")
        for kind in picture.sources
        for source in kind["srcset"].split(", ")
    ]
    for name in [*names, f"{picture.image.name}"]:
        with default_storage.open(name) as stored:
            Image.open(io.BytesIO(stored.read())).load()
    picture.delete()


def _check_outline() -> None:
    forest = Forest.objects.latest("pk")
    boundary = forest.proposed_boundary
    areas = boundary.outline["coordinates"] if boundary else []
    points = sum(len(ring) for area in areas for ring in area)
    _require(4 <= points <= MOST_POINTS, f"an outline of {points} points")
    forest.delete()


def _require(right: bool, what: str) -> None:
    if not right:
        raise LostError(what)
