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

from dev.attack.hostile_files.make import EVIDENCE, OUTLINE, PICTURE
from upendo.catalogue.models import Forest, Picture
from upendo.claims.models import Claim

ACCEPTED, REFUSED = "accepted", "refused"
INLINES = {
    f"{part}-{key}_FORMS": 0 for part in ("species", "seasons") for key in ("TOTAL", "INITIAL")
}
FOREST = {"title": "F", "region": "R", "country": "T", "description": "Trees."} | INLINES
PICTURE_FIELDS = {"alt": "", "focus_x": 50, "focus_y": 50}
MOST_POINTS = 400


class LostError(Exception):
    """What must not become of an upload."""


def upload(client: Client, field: str, content: bytes) -> tuple[str, str]:
    """Return whether a file was accepted or refused, and the sentence or what is wrong about it.

    Raises LostError for an error page, a refusal without a sentence, or something stored that
    cannot be used.
    """
    file = SimpleUploadedFile(f"file.{'pdf' if field == EVIDENCE else 'bin'}", content)
    if field == EVIDENCE:
        return _evidence(file)
    if field == PICTURE:
        response = client.post("/admin/catalogue/picture/add/", PICTURE_FIELDS | {"image": file})
    elif field == OUTLINE:
        response = client.post("/admin/catalogue/forest/add/", FOREST | {"kml": file})
    else:
        response = client.post("/admin/catalogue/jar/import/", {"import_file": file})
    if response.status_code == 302:
        _check_picture() if field == PICTURE else _check_outline()
        return ACCEPTED, ""
    _require(response.status_code == 200, f"status {response.status_code}")
    if "report" in response.context:
        return ACCEPTED, ""
    return REFUSED, _sentence(response.content.decode())


def _evidence(file: Any) -> tuple[str, str]:
    field: Any = Claim._meta.get_field("evidence_file")
    try:
        field.run_validators(file)
    except ValidationError as error:
        return REFUSED, str(error.messages[0])
    return ACCEPTED, ""


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
