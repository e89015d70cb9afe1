"""Takes one file of many into the picture library: once, however often it is sent."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models import Picture
from upendo.catalogue.pictures.renditions import STORE_FAILS, validate
from upendo.desk.words import Words
from upendo.web.apart import BUSY

ADDED, KNOWN, REFUSED = "added", "known", "refused"
IN_LIBRARY = _("Already in the library.")


@dataclass(frozen=True)
class Outcome:
    """What became of a file: ADDED, KNOWN, REFUSED, or BUSY where another try may go well."""

    state: str
    words: Words
    picture: Picture | None = None


def known_picture(source: str) -> Picture | None:
    """Return the picture that was made of the file with this SHA-256, in hexadecimal digits."""
    return Picture.objects.filter(source=source).first() if source else None


def add_picture(
    *, file: "UploadedFile[Any]", purpose: str = "", credit: str = "", source: str = ""
) -> Outcome:
    """Add a file to the library, named by what it is for, else by the file's own name.

    `source` is the SHA-256 of the file as it was before a browser made it smaller for sending.
    """
    source = source if re.fullmatch("[0-9a-f]{64}", source) else _digest(file)
    if known := known_picture(source):
        return Outcome(KNOWN, IN_LIBRARY, known)
    longest = Picture._meta.get_field("purpose").max_length
    name = " ".join((purpose or PurePath(file.name or "").stem).split())[:longest]
    picture = Picture(image=file, purpose=name, credit=" ".join(credit.split()), source=source)
    try:
        validate(file)  # by its header, which costs less than a process for the whole
        picture.store()
        if same := Picture.objects.filter(folder=picture.folder).first():
            return Outcome(KNOWN, IN_LIBRARY, same)
        picture.full_clean(validate_constraints=False)
        with transaction.atomic():
            picture.save()
    except ValidationError as error:
        state = BUSY if getattr(error, "code", None) == BUSY else REFUSED
        return Outcome(state, " ".join(error.messages))
    except OSError:
        return Outcome(BUSY, STORE_FAILS)
    except IntegrityError:
        # Two tabs sent it in the same moment.
        return Outcome(KNOWN, IN_LIBRARY, known_picture(source))
    return Outcome(ADDED, _("Added."), picture)


def _digest(file: "UploadedFile[Any]") -> str:
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return digest
