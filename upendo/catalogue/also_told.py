"""Records that stories tell though no link leads to them from a jar.

Other apps add theirs in a module `also_told`, which is loaded at the start.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet


@dataclass(frozen=True)
class AlsoTold:
    """A kind of record, and how one learns which stories tell which of its records.

    `told_by` returns the condition that the story of one of some jars tells a record, `tells` the
    condition that a jar's story tells this one.
    """

    model: type[Model]
    told_by: Callable[[QuerySet[Any]], Q]
    tells: Callable[[Any], Q]


_also_told: list[AlsoTold] = []


def add_also_told(kind: AlsoTold) -> None:
    """Have stories tell records of one more kind, or one more way to some of a kind."""
    _also_told.append(kind)


def also_told(model: type[Model] | None = None) -> list[AlsoTold]:
    """Return what was added, for one model or for all."""
    return [kind for kind in _also_told if model is None or issubclass(model, kind.model)]


def records_told_by(jars: QuerySet[Any]) -> Iterator[Any]:
    """Yield the records of all these kinds that the story of one of some jars tells."""
    for kind in _also_told:
        yield from kind.model._default_manager.filter(kind.told_by(jars))
