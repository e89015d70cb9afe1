"""What a story lacks, in plain words, with the place where it is mended.

The checks of the catalogue's own records are in gaps.py. Other apps add theirs with
``@check(Model)`` in their AppConfig.ready().
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from upendo.catalogue.desk import form_of
from upendo.catalogue.models import Content, Jar
from upendo.catalogue.models.jar import JarQuerySet

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


_checks: dict[type[Content], list[Check]] = {}
_looked_at: list[str] = []


def check(model: type[Content], *looked_at: str) -> Callable[[Check], Check]:
    """Have a function look at every record of a model.

    ``looked_at`` is what it looks at beside a story's own records, as a jar's lookups, so that a
    list of stories can fetch it at once.
    """

    def register(function: Check) -> Check:
        _checks.setdefault(model, []).append(function)
        _looked_at.extend(looked_at)
        return function

    return register


def ready_to_look_at(jars: JarQuerySet) -> JarQuerySet:
    """Jars with all that the checks look at, in a constant number of queries."""
    return jars.with_story().prefetch_related(*_looked_at)


def gaps_of(record: Content) -> list[Gap]:
    """Return what one record lacks."""
    return [gap for function in _checks.get(type(record), []) for gap in function(record)]


def gaps_in_story(jar: Jar) -> list[Gap]:
    """Return what a jar's story lacks, what blocks first."""
    found = dict.fromkeys(gap for record in jar.records() for gap in gaps_of(record))
    return sorted(found, key=lambda gap: not gap.blocks)


def blocking(gaps: Iterable[Gap]) -> list[Gap]:
    """Return those of the gaps that keep a code from going live."""
    return [gap for gap in gaps if gap.blocks]
