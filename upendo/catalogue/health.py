"""What a story lacks, in plain words, with the place where it is mended.

Other apps add checks of their own with ``@check(Model)``, when they are loaded; a check of Jar
looks at the story as a whole.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from upendo.catalogue.desk import form_of
from upendo.catalogue.models import (
    Batch,
    Beekeeper,
    Content,
    Footprint,
    Forest,
    Honey,
    Jar,
    Picture,
    Retailer,
)
from upendo.catalogue.pictures import SHARP_WIDTH

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

    @property
    def url(self) -> str:
        """Where it is mended."""
        return f"{form_of(self.record)}#{self.anchor}"


_checks: dict[type[Content], list[Check]] = {}


def check(model: type[Content]) -> Callable[[Check], Check]:
    """Have a function look at every record of a model."""

    def register(function: Check) -> Check:
        _checks.setdefault(model, []).append(function)
        return function

    return register


def gaps_of(record: Content) -> list[Gap]:
    """Return what one record lacks."""
    return [gap for function in _checks.get(type(record), []) for gap in function(record)]


def gaps_in_story(jar: Jar) -> list[Gap]:
    """Return what a jar's story lacks, what blocks first."""
    found = [gap for record in jar.records() for gap in gaps_of(record)]
    return sorted(found, key=lambda gap: not gap.blocks)


def blocking(gaps: Iterable[Gap]) -> list[Gap]:
    """Return those of the gaps that keep a code from going live."""
    return [gap for gap in gaps if gap.blocks]


@check(Picture)
def _picture(picture: Picture) -> Iterator[Gap]:
    if not picture.alt.strip():
        yield Gap(
            "A picture has no alternative text, which people who cannot see it need.",
            picture,
            "id_alt",
            blocks=True,
        )


@check(Beekeeper)
def _beekeeper(person: Beekeeper) -> Iterator[Gap]:
    if person.portrait is None:
        yield Gap(f"{person} has no portrait.", person, "id_portrait")
    if not person.letter_text and person.letter_photo is None:
        yield Gap(f"{person} has not written a letter yet.", person, "id_letter_text")
    if person.letter_photo is not None and not person.letter_text:
        yield Gap(
            f"The letter from {person} is not written out, so nobody can read it aloud "
            "or translate it.",
            person,
            "id_letter_text",
            blocks=True,
        )
    if person.letter_text and not person.letter_translation:
        yield Gap(
            f"The letter from {person} has no translation.",
            person,
            "id_letter_translation",
            blocks=True,
        )
    yield from _blurred(person, person.portrait, "portrait", f"The portrait of {person}")
    yield from _blurred(person, person.letter_photo, "letter_photo", f"The letter from {person}")


@check(Honey)
def _honey(honey: Honey) -> Iterator[Gap]:
    if honey.jar_photo is None:
        yield Gap(f"{honey} has no photo of its jar.", honey, "id_jar_photo")
    if not honey.harvest_pictures.all():
        yield Gap(f"{honey} has no pictures of its harvest.", honey, "harvestpicture_set")
    if not honey.nutrition.all():
        yield Gap(f"{honey} has no nutrition table.", honey, "nutrition")
    yield from _blurred(honey, honey.jar_photo, "jar_photo", f"The jar photo of {honey}")


@check(Batch)
def _batch(batch: Batch) -> Iterator[Gap]:
    if not hasattr(batch.honey, "footprint"):
        yield Gap(f"{batch.honey} has no footprint.", batch.honey, "id_name")
    if batch.moisture_percent is None:
        yield Gap(f"The moisture of lot {batch} is not measured.", batch, "id_moisture_percent")


@check(Footprint)
def _footprint(footprint: Footprint) -> Iterator[Gap]:
    if not footprint.source.strip():
        yield Gap(f"The {footprint} names no source.", footprint, "id_source", blocks=True)
    if not footprint.stages.all():
        yield Gap(f"The {footprint} has no stages.", footprint, "stages-group", blocks=True)


@check(Forest)
def _forest(forest: Forest) -> Iterator[Gap]:
    if not forest.boundary:
        yield Gap(f"{forest} has no outline for the map.", forest, "id_kml")
    if forest.photo is None:
        yield Gap(f"{forest} has no photo.", forest, "id_photo")
    for figure, name in (("area_hectares", "area"), ("beekeeper_count", "number of beekeepers")):
        if getattr(forest, figure) is not None and not _source(forest, figure):
            yield Gap(
                f"The {name} of {forest} names no source.",
                forest,
                f"id_{SOURCES[figure]}",
                blocks=True,
            )
    yield from _blurred(forest, forest.photo, "photo", f"The photo of {forest}")


SOURCES = {"area_hectares": "area_source", "beekeeper_count": "beekeeper_count_source"}


def _source(forest: Forest, figure: str) -> str:
    source: str = getattr(forest, SOURCES[figure])
    return source.strip()


@check(Retailer)
def _retailer(shop: Retailer) -> Iterator[Gap]:
    if not shop.market:
        yield Gap(
            f"{shop} has no market: the strictest rules of all markets hold.", shop, "id_market"
        )


def _blurred(owner: Content, picture: Picture | None, slot: str, name: str) -> Iterator[Gap]:
    if picture is not None and picture.width < SHARP_WIDTH:
        yield Gap(
            f"{name} is only {picture.width} pixels wide and looks blurred; "
            f"{SHARP_WIDTH} or more are sharp.",
            owner,
            f"id_{slot}",
        )
