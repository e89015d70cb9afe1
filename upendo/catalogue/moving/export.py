"""Writes stories into an archive."""

import json
from collections.abc import Iterator
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from upendo.catalogue.also_told import records_told_by
from upendo.catalogue.models import Jar
from upendo.catalogue.models.jar import JarQuerySet
from upendo.catalogue.moving.kinds import FORMAT, INDEX, KINDS, VERSION, Kind


def export_content(jars: JarQuerySet, target: IO[bytes]) -> dict[str, int]:
    """Write the stories of these codes, as readers see them, and return how many rows of what.

    Waiting drafts, claims with their evidence and letters stay behind. Raises OSError when a
    picture or a recording cannot be read.
    """
    found = rows_of(list(jars.with_story()))
    index = {"format": FORMAT, "version": VERSION, "rows": list(described(found))}
    with ZipFile(target, "w") as archive:
        text = json.dumps(index, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
        archive.writestr(INDEX, text, ZIP_DEFLATED)
        for kind in KINDS:
            for row in found[kind.model] if kind.file else []:
                with getattr(row, kind.file).open() as file:
                    archive.writestr(file_name(kind, row), file.read(), ZIP_STORED)
    return {
        str(model._meta.verbose_name_plural): len(rows) for model, rows in found.items() if rows
    }


def rows_of(jars: list[Jar]) -> dict[type[models.Model], list[Any]]:
    """Everything that these jars' stories tell, by model, each row once."""
    records: set[Any] = {record for jar in jars for record in jar.records()}
    records.update(records_told_by(Jar.objects.filter(pk__in=[jar.pk for jar in jars])))
    found: dict[type[models.Model], list[Any]] = {}
    keys: dict[type[models.Model], set[int]] = {}
    for kind in KINDS:
        rows: list[Any] = [record for record in records if type(record) is kind.model]
        if kind.owner and not rows:
            owners = found[kind.links[kind.owner]]
            rows = list(kind.model._default_manager.filter(**{f"{kind.owner}__in": owners}))
        rows = [row for row in rows if kind.moves(row) and _leads_inside(kind, row, keys)]
        found[kind.model] = sorted(rows, key=lambda row: row.pk)
        keys[kind.model] = {row.pk for row in rows}
    return found


def _leads_inside(kind: Kind, row: Any, keys: dict[type[models.Model], set[int]]) -> bool:
    """Whether all links of a row lead to rows that move: a page may also be for another honey."""
    values = {name: getattr(row, row._meta.get_field(name).attname) for name in kind.links}
    return all(value is None or value in keys[kind.links[name]] for name, value in values.items())


def described(found: dict[type[models.Model], list[Any]]) -> Iterator[dict[str, Any]]:
    """Each row as it stands in the index."""
    for kind in KINDS:
        for row in found[kind.model]:
            yield {"kind": kind.name, "key": row.pk, "fields": fields_of(kind, row)}


def fields_of(kind: Kind, row: Any) -> dict[str, Any]:
    """The row's values; of a link the key, and of a file its name in the archive."""
    values = {field.name: getattr(row, field.attname) for field in kind.fields}
    return values | ({"file": file_name(kind, row)} if kind.file else {})


def file_name(kind: Kind, row: Any) -> str:
    """The place of a row's file in the archive."""
    name = str(getattr(row, kind.file).name)
    return f"{kind.name}s/{row.pk}.{name.rsplit('.', 1)[-1]}"
