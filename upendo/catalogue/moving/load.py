"""Brings the stories of an archive into this copy."""

from collections import Counter
from dataclasses import dataclass, field
from typing import IO, Any
from zipfile import ZipFile

from django.core.files.base import ContentFile
from django.db import models, transaction

from upendo.catalogue.models import Content
from upendo.catalogue.models.told import readers_see
from upendo.catalogue.moving.check import Row, checked_rows, open_archive
from upendo.editing.models import Draft
from upendo.editing.states.rows import changes, rows_of


@dataclass
class Outcome:
    """How many rows of what were made, and which records were there before."""

    made: Counter[str] = field(default_factory=Counter)
    left_alone: list[str] = field(default_factory=list)


def import_content(source: IO[bytes], *, dry_run: bool = False) -> Outcome:
    """Check the whole archive, then make what is missing, all of it or nothing.

    A record that is here already, by its name, lot number or code, is left alone with all that
    belongs to it; so importing twice makes nothing twice. Codes arrive as drafts, and so does what
    readers of this copy would see at once. Pictures and recordings are taken in as uploads
    are. Raises BadArchiveError before anything is written.
    """
    with open_archive(source) as archive:
        rows = checked_rows(archive)
        loader = Loader(archive, rows)
        if dry_run:
            loader.outcome.left_alone = [str(row.instance) for row in rows if present(row)]
            return loader.outcome
        with transaction.atomic():
            for row in rows:
                loader.take(row)
            loader.hold()
        return loader.outcome


def present(row: Row) -> Any:
    """The record of this copy that the row stands for, or None."""
    if not row.kind.identity:
        return None
    same = {name: getattr(row.instance, name) for name in row.kind.identity}
    return row.kind.model._default_manager.filter(**same).first()


class Loader:
    """Saves rows one after the other, and knows what each key of the archive has become here."""

    def __init__(self, archive: ZipFile, rows: list[Row]) -> None:
        self.archive = archive
        self.with_files = {(row.kind.model, row.key): row for row in rows if row.file}
        self.here: dict[tuple[type[models.Model], int], Any] = {}
        self.new: set[tuple[type[models.Model], int]] = set()
        self.outcome = Outcome()

    def take(self, row: Row) -> None:
        """Make the row, unless it is here or belongs to something that was here before."""
        if row.file:
            return  # made when something new shows it
        existing = present(row)
        if existing and row.kind.has_by_itself(existing) and not readers_see(existing):
            row.instance.pk = existing.pk
        elif existing:
            self.here[row.kind.model, row.key] = existing
            self.outcome.left_alone.append(f"{row.kind.model._meta.verbose_name} {existing}")
            return
        owner = row.kind.owner
        if owner and (row.kind.links[owner], row.links[owner]) not in self.new:
            return
        self.save(row)

    def save(self, row: Row) -> Any:
        """Save a row with its links, and return it."""
        for name, key in row.links.items():
            setattr(row.instance, name, key and self.linked(row.kind.links[name], key))
        if row.file:
            content = ContentFile(self.archive.read(row.file), name=row.file.rpartition("/")[2])
            setattr(row.instance, row.kind.file, content)
        row.instance.save()
        self.here[row.kind.model, row.key] = row.instance
        self.new.add((row.kind.model, row.key))
        self.outcome.made[str(row.kind.model._meta.verbose_name_plural)] += 1
        return row.instance

    def hold(self) -> None:
        """Let new records wait that readers would see at once: their link is a draft."""
        made = (record for key, record in self.here.items() if key in self.new)
        for record in made:
            if isinstance(record, Content) and record.REACHED_BY and readers_see(record):
                whole = rows_of(record)
                setattr(record, record.REACHED_BY, None)
                record.save()
                changed = changes(rows_of(record), whole).changed
                Draft.objects.create(record=record, changed=changed)

    def linked(self, model: type[models.Model], key: int) -> Any:
        """What a link leads to here; one with a file is made when it is first needed."""
        found = self.here.get((model, key))
        return found if found is not None else self.save(self.with_files[model, key])
