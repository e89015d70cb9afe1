"""Texts for readers that name a person, who may not agree to that any more.

What a person agrees to show is theirs: life, portrait, letter. A claim or a page that names them is
not, and stays until somebody writes it anew.
"""

import re
from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model, Q

from upendo.catalogue.models import Beekeeper, ReaderFacing
from upendo.catalogue.models.story_paths import any_of
from upendo.editing.models import Part


def named_in(beekeeper: Beekeeper) -> list[Model]:
    """Return the records of others whose texts have the first of a person's names, each once."""
    return list(dict.fromkeys(_named_in(beekeeper)))


def _named_in(beekeeper: Beekeeper) -> Iterator[Model]:
    first_name = rf"\m{re.escape(beekeeper.name.split()[0])}\M"
    for model in apps.get_models():
        if issubclass(model, ReaderFacing) and model.reader_texts:
            says = any_of(Q((f"{text}__iregex", first_name)) for text in model.reader_texts)
            for row in model._default_manager.filter(says):
                record = getattr(row, row.PART_OF) if isinstance(row, Part) else row
                if record != beekeeper:
                    yield record
