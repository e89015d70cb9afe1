"""Reads an archive and checks all of it. Nothing is written here."""

import json
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models

from upendo.catalogue.models import Recording
from upendo.catalogue.moving.kinds import BY_NAME, FORMAT, INDEX, VERSION, Kind
from upendo.catalogue.pictures.headers import in_words, open_picture
from upendo.catalogue.recordings.read import read
from upendo.web.apart import MOST_BYTES

LARGEST_INDEX = 50_000_000  # bytes; ten thousand stories take a fifth of it
MOST_FAULTS = 20


class BadArchiveError(Exception):
    """The archive cannot be imported; each of `faults` says what is wrong with it."""

    def __init__(self, *faults: str) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class Row:
    """A row of the archive, not saved; `links` are keys of rows before it, by field."""

    kind: Kind
    key: int
    instance: Any
    links: dict[str, int | None]
    file: str


def open_archive(source: IO[bytes]) -> ZipFile:
    """Raise BadArchiveError when it is none."""
    try:
        return ZipFile(source)
    except (BadZipFile, OSError, ValueError) as error:
        raise BadArchiveError(f"This is not an archive of stories: {error}.") from error


def checked_rows(archive: ZipFile) -> list[Row]:
    """Every row, in order. Raises BadArchiveError with the first twenty faults."""
    checker = Checker(archive)
    for number, said in enumerate(index_of(archive), 1):
        checker.take(number, said)
    if checker.faults:
        more = len(checker.faults) - MOST_FAULTS
        shown = checker.faults[:MOST_FAULTS]
        raise BadArchiveError(*shown, *([f"… and {more} more faults."] if more > 0 else []))
    return checker.rows


def index_of(archive: ZipFile) -> list[Any]:
    """The index's rows."""
    try:
        if archive.getinfo(INDEX).file_size > LARGEST_INDEX:
            raise BadArchiveError(f"{INDEX} is larger than {LARGEST_INDEX:,} bytes.")
        said = json.loads(archive.read(INDEX))
        if said["format"] != FORMAT:
            raise BadArchiveError(f"{INDEX} is not of the format {FORMAT}.")
        version, rows = int(said["version"]), list(said["rows"])
    except KeyError as error:
        raise BadArchiveError(f"The archive lacks {error}; export it again.") from error
    except (BadZipFile, RuntimeError, ValueError, TypeError, OSError) as error:
        raise BadArchiveError(f"{INDEX} cannot be read ({error}); export it again.") from error
    if version != VERSION:
        raise BadArchiveError(
            f"The archive has version {version}, this copy reads {VERSION}: bring both copies to "
            "the same release, then export again."
        )
    return rows


class Checker:
    """Turns what the index says into rows, and remembers what is wrong."""

    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        self.rows: list[Row] = []
        self.known: dict[tuple[type[models.Model], int], Any] = {}
        self.faults: list[str] = []

    def take(self, number: int, said: Any) -> None:
        """Check one row; its faults are told with where it stands."""
        try:
            row = self.row(said)
        except ValidationError as error:
            named = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
            for field, messages in named.items():
                self.faults.append(f"Row {number}, {where(said)} {field}: {' '.join(messages)}")
        except (KeyError, TypeError, ValueError, AttributeError, FieldDoesNotExist) as error:
            self.faults.append(f"Row {number}, {where(said)}: not understood ({error}).")
        else:
            self.rows.append(row)
            self.known[row.kind.model, row.key] = row.instance

    def row(self, said: Any) -> Row:
        """Raise what `take` tells."""
        kind, key, fields = BY_NAME[said["kind"]], int(said["key"]), dict(said["fields"])
        if (kind.model, key) in self.known:
            raise ValidationError("There are two rows with this key.")
        file = str(fields.pop("file")) if kind.file else ""
        links = {name: self.link(kind, name, fields.pop(name, None)) for name in kind.links}
        plain = {field.name: field for field in kind.fields if field.name not in links}
        if unknown := sorted(set(fields) - set(plain)):
            raise ValidationError(
                f"This copy does not know {', '.join(unknown)}: the archive is of a newer release."
            )
        instance = kind.model(**{n: plain[n].to_python(value) for n, value in fields.items()})
        for name, linked in links.items():
            setattr(instance, name, linked and self.known[kind.links[name], linked])
        excluded = {*links, kind.file, "width", "height", "folder", "colour", "seconds"}
        instance.full_clean(exclude=excluded, validate_unique=False, validate_constraints=False)
        for constraint in kind.model._meta.constraints:
            if isinstance(constraint, models.CheckConstraint):
                constraint.validate(kind.model, instance, exclude=excluded)
        if file:
            self.look_at_file(kind, file)
        return Row(kind, key, instance, links, file)

    def link(self, kind: Kind, name: str, key: Any) -> int | None:
        """The key of a row before this one. Raises ValidationError when there is none."""
        if key is None:
            if not kind.model._meta.get_field(name).null:
                raise ValidationError({name: "It leads nowhere."})
            return None
        if (kind.links[name], int(key)) not in self.known:
            raise ValidationError({name: f"It leads to row {key}, which is not in the archive."})
        return int(key)

    def look_at_file(self, kind: Kind, name: str) -> None:
        """Raise ValidationError unless it is there, whole, and a picture or a recording."""
        if self.archive.getinfo(name).file_size > MOST_BYTES:
            raise ValidationError(f"{name} is larger than {MOST_BYTES:,} bytes.")
        try:
            content = BytesIO(self.archive.read(name))
        except (BadZipFile, RuntimeError) as error:
            raise ValidationError(f"{name} is damaged ({error}).") from error
        if kind.model is Recording:
            read(content)
            return
        with in_words(content):
            open_picture(content).load()


def where(said: Any) -> str:
    """The row in words, whatever it holds."""
    return f"{said.get('kind')} {said.get('key')}" if isinstance(said, dict) else "no row at all"
