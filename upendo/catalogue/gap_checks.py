"""What the catalogue's own records may lack."""

from collections.abc import Iterator

from django.urls import reverse

from upendo.catalogue.models import (
    Batch,
    Beekeeper,
    Consent,
    Content,
    Footprint,
    Forest,
    Honey,
    Picture,
    Retailer,
)
from upendo.catalogue.pictures.places import places_in
from upendo.catalogue.pictures.renditions import SHARP_WIDTH
from upendo.editing.copies import SUFFIX, names_of
from upendo.editing.gaps import Gap, check


@check(Picture)
def _picture(picture: Picture) -> Iterator[Gap]:
    yield from _undescribed(picture, "A picture")


@check(Beekeeper, "portrait", "letter_photo")
@check(Honey, "jar_photo")
@check(Forest, "photo")
@check(Retailer, "logo")
def _own_pictures(owner: Content) -> Iterator[Gap]:
    """Say it where the picture is chosen, too: it keeps the owner's codes from going live."""
    for place in places_in(type(owner)):
        picture: Picture | None = getattr(owner, place.name)
        if picture is not None:
            called = place.photo or f"The {place.name} of {{}}"
            yield from _undescribed(picture, called.format(owner))


@check(Honey, "harvest_pictures")
def _harvest_pictures(honey: Honey) -> Iterator[Gap]:
    pictures = honey.harvest_pictures.all()
    for picture in pictures:
        yield from _undescribed(picture, f"A picture of the harvest of {honey}")
    if not pictures:
        yield Gap(f"{honey} has no pictures of its harvest.", honey, "harvestpicture_set")


def _undescribed(picture: Picture, called: str) -> Iterator[Gap]:
    if not picture.has_alt:
        yield Gap(
            f"{called} has no alternative text, which people who cannot see it need.",
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


@check(Beekeeper, "consents")
def _consent(person: Beekeeper) -> Iterator[Gap]:
    subject = Consent.Subject
    if not person.agrees_to(subject.NAME):
        words = f"{person} has not agreed to be named: readers see the group's story instead."
        yield _unagreed(person, words)
        return
    for what, there in (
        (subject.PORTRAIT, person.portrait is not None),
        (subject.LETTER, bool(person.letter_text or person.letter_photo)),
    ):
        if there and not person.agrees_to(what):
            words = (
                f"{person} has not agreed to show the {what.label.lower()}: readers do not see it."
            )
            yield _unagreed(person, words)


def _unagreed(person: Beekeeper, words: str) -> Gap:
    address = reverse("admin:catalogue_consent_of_person", args=[person.pk])
    return Gap(words, person, "consents", address=address)


@check(Honey, "nutrition", "footprint")
def _honey(honey: Honey) -> Iterator[Gap]:
    if honey.jar_photo is None:
        yield Gap(f"{honey} has no photo of its jar.", honey, "id_jar_photo")
    if not honey.nutrition.all():
        yield Gap(f"{honey} has no nutrition table.", honey, "nutrition")
    if not hasattr(honey, "footprint"):
        add = f"{reverse('admin:catalogue_footprint_add')}?honey={honey.pk}#id_honey"
        yield Gap(f"{honey} has no footprint.", honey, "footprint", address=add)


@check(Batch, "steps__picture")
def _way(batch: Batch) -> Iterator[Gap]:
    steps = batch.steps.all()
    for step in steps:
        if step.picture is not None:
            yield from _undescribed(step.picture, f"A picture of the way of lot {batch}")
    if steps and not all(step.day for step in steps):
        words = f"A step of the way of lot {batch} has no day yet: readers do not see it."
        yield Gap(words, batch, "steps")


@check(Batch)
def _batch(batch: Batch) -> Iterator[Gap]:
    if batch.moisture_percent is None:
        yield Gap(f"The moisture of lot {batch} is not measured.", batch, "id_moisture_percent")


@check(Footprint, "honey", "stages")
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


@check(Beekeeper)
@check(Honey)
@check(Batch)
def _still_a_copy(record: Content) -> Iterator[Gap]:
    for name in names_of(type(record)):
        if getattr(record, name.name).endswith(SUFFIX):
            words = f"{record} is still called a copy: give it its own name."
            yield Gap(words, record, f"id_{name.name}", blocks=True)


@check(Beekeeper)
@check(Honey)
@check(Forest)
def _blurred(owner: Content) -> Iterator[Gap]:
    for place in places_in(type(owner)):
        picture: Picture | None = getattr(owner, place.name)
        if place.photo and picture is not None and picture.width < SHARP_WIDTH:
            yield Gap(
                f"{place.photo.format(owner)} is only {picture.width} pixels wide and looks "
                f"blurred; {SHARP_WIDTH} or more are sharp.",
                owner,
                f"id_{place.name}",
            )
