"""Uploads one hostile file in the form that it is meant for, and looks at what became of it."""

import html
import io
import shutil
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.storage import default_storage
from django.test import Client
from PIL import Image

from dev.attack.hostile_files.make import EVIDENCE, LIST, OUTLINE, PICTURE, TABLE
from upendo.catalogue.models import Forest, ImportFile, Picture
from upendo.claims.models import Claim
from upendo.labels.tables.imports import go_on

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
BOUNDARY = "4ac1e1f1a5bd4f39"
CONTENT_TYPE = f"multipart/form-data; boundary={BOUNDARY}"
DISPOSITION = "Content-Disposition: form-data; name="
MOST_POINTS = 400


class LostError(Exception):
    """What must not become of an upload."""


def upload(client: Client, field: str, file: Path) -> Any:
    """Upload a file, and return the answer, of which `outcome` says what it means."""
    if field == EVIDENCE:
        with file.open("rb") as content:
            return _refusal_of_evidence(File(content, "file.pdf"))
    path, name, others = FORMS[field]
    with TemporaryFile() as body:
        size = _write(body, name, file, others)
        sent: dict[str, Any] = {
            "wsgi.input": body,
            "CONTENT_LENGTH": size,
            "CONTENT_TYPE": CONTENT_TYPE,
        }
        return client.generic("POST", path, **sent)


def outcome(field: str, answer: Any) -> tuple[str, str]:
    """Return whether a file was accepted or refused, and the sentence.

    Raises LostError for an error page, a refusal without a sentence, or something stored that
    cannot be used.
    """
    if field == EVIDENCE:
        return (REFUSED, answer) if answer else (ACCEPTED, "")
    if field == TABLE:
        return _outcome_of_table()
    if answer.status_code == 302:
        _check_picture() if field == PICTURE else _check_outline()
        return ACCEPTED, ""
    _require(answer.status_code == 200, f"status {answer.status_code}")
    if "checked" in answer.context:
        return ACCEPTED, ""
    return REFUSED, _sentence(answer)


def _outcome_of_table() -> tuple[str, str]:
    file = ImportFile.objects.latest("made_at")
    go_on(file.key)  # a large one waits for its page
    file.refresh_from_db()
    _require(bool(file.refusal or file.number), "neither read nor refused")
    return (REFUSED, file.refusal) if file.refusal else (ACCEPTED, "")


def _write(body: IO[bytes], name: str, file: Path, others: dict[str, Any]) -> int:
    """Write a form as browsers send it, of which this process holds no copy; return its size."""
    for key, value in others.items():
        body.write(f'--{BOUNDARY}\r\n{DISPOSITION}"{key}"\r\n\r\n{value}\r\n'.encode())
    body.write(f'--{BOUNDARY}\r\n{DISPOSITION}"{name}"; filename="file"\r\n\r\n'.encode())
    with file.open("rb") as content:
        shutil.copyfileobj(content, body)
    body.write(f"\r\n--{BOUNDARY}--\r\n".encode())
    size = body.tell()
    body.seek(0)
    return size


def _refusal_of_evidence(file: Any) -> str:
    field: Any = Claim._meta.get_field("evidence_file")
    try:
        field.run_validators(file)
    except ValidationError as error:
        return str(error.messages[0])
    return ""


def _sentence(answer: Any) -> str:
    context = answer.context
    form = context["adminform"].form if "adminform" in context else context["form"]
    words = [word for errors in form.errors.values() for word in errors]
    page = html.unescape(answer.content.decode())
    _require(bool(words) and all(word in page for word in words), f"refused without {words}")
    return " ".join(words)


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
