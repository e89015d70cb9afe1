"""What a record lacks, in plain words, with the place where it is mended.

An app adds its checks with ``@check(Model)`` in a module `gap_checks`, loaded at the start.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from upendo.desk.addresses import form_of
from upendo.editing.models import Draftable

type Check = Callable[[Any], Iterator["Gap"]]


@dataclass(frozen=True)
class Gap:
    """Something missing. A gap that blocks keeps a code from going live.

    Two gaps are the same when they are mended in the same place.
    """

    words: str = field(compare=False)
    record: Model
    # The id of the field, or the name of the tab, on the record's form.
    anchor: str
    blocks: bool = field(default=False, compare=False)
    # Where it is mended, if not on the record's form.
    address: str = field(default="", compare=False)

    @property
    def url(self) -> str:
        """Where it is mended."""
        return self.address or f"{form_of(self.record)}#{self.anchor}"


_checks: dict[type[Draftable], list[Check]] = {}
_related: dict[type[Draftable], list[str]] = {}


def check(model: type[Draftable], *related: str) -> Callable[[Check], Check]:
    """Have a function look at every record of a model.

    ``related`` names what it follows from such a record, so that a list can fetch that at once.
    """

    def register(function: Check) -> Check:
        _checks.setdefault(model, []).append(function)
        _related.setdefault(model, []).extend(related)
        return function

    return register


def related_to(model: type[Draftable]) -> list[str]:
    """Return the lookups that the checks follow from a record of a model."""
    return _related.get(model, [])


def gaps_of(record: Draftable) -> list[Gap]:
    """Return what one record lacks."""
    return [gap for function in _checks.get(type(record), []) for gap in function(record)]


def blocking(gaps: Iterable[Gap]) -> list[Gap]:
    """Return those of the gaps that keep a code from going live."""
    return [gap for gap in gaps if gap.blocks]
