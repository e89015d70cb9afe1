"""What the catalogue's own records may lack."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext

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
    yield from _undescribed(picture, gettext("A picture"))
    if picture.is_photo and not picture.credit.strip():
        yield Gap(
            gettext("The photo “%(picture)s” does not say who took it.") % {"picture": picture},
            picture,
            "id_credit",
        )


@check(Beekeeper, "portrait", "letter_photo")
@check(Honey, "jar_photo")
@check(Forest, "photo")
@check(Retailer, "logo")
def _own_pictures(owner: Content) -> Iterator[Gap]:
    """Say it where the picture is chosen, too: it keeps the owner's codes from going live."""
    for place in places_in(type(owner)):
        picture: Picture | None = getattr(owner, place.name)
        if picture is not None:
            called = place.photo or (gettext("The %(name)s of {}") % {"name": place.name})
            yield from _undescribed(picture, called.format(owner))


@check(Honey, "harvest_pictures")
def _harvest_pictures(honey: Honey) -> Iterator[Gap]:
    pictures = honey.harvest_pictures.all()
    for picture in pictures:
        yield from _undescribed(
            picture, gettext("A picture of the harvest of %(honey)s") % {"honey": honey}
        )
    if not pictures:
        yield Gap(
            gettext("%(honey)s has no pictures of its harvest.") % {"honey": honey},
            honey,
            "harvestpicture_set",
        )


def _undescribed(picture: Picture, called: str) -> Iterator[Gap]:
    if not picture.has_alt:
        yield Gap(
            gettext("%(called)s has no alternative text, which people who cannot see it need.")
            % {"called": called},
            picture,
            "id_alt",
            blocks=True,
        )


@check(Beekeeper)
def _beekeeper(person: Beekeeper) -> Iterator[Gap]:
    if person.portrait is None:
        yield Gap(
            gettext("%(person)s has no portrait.") % {"person": person}, person, "id_portrait"
        )
    recording = person.letter_recording
    if not person.letter_text and person.letter_photo is None and recording is None:
        yield Gap(
            gettext("%(person)s has not written a letter yet.") % {"person": person},
            person,
            "id_letter_text",
        )
    if person.letter_photo is not None and not person.letter_text:
        yield Gap(
            gettext(
                "The letter from %(person)s is not written out, so nobody can read it "
                "aloud or translate it."
            )
            % {"person": person},
            person,
            "id_letter_text",
            blocks=True,
        )
    if recording is not None and person.letter_photo is None and not person.letter_text:
        yield Gap(
            gettext(
                "What %(person)s says in the letter is not written out, so people who cannot hear "
                "it do not know it."
            )
            % {"person": person},
            person,
            "id_letter_text",
            blocks=True,
        )
    if person.letter_text and not person.letter_translation:
        yield Gap(
            gettext("The letter from %(person)s has no translation.") % {"person": person},
            person,
            "id_letter_translation",
            blocks=True,
        )


@check(Beekeeper, "consents")
def _consent(person: Beekeeper) -> Iterator[Gap]:
    subject = Consent.Subject
    if not person.agrees_to(subject.NAME):
        words = gettext(
            "%(person)s has not agreed to be named: readers see the group's story instead."
        ) % {"person": person}
        yield _unagreed(person, words)
        return
    for what, there in (
        (subject.PORTRAIT, person.portrait is not None),
        (subject.LETTER, bool(person.letter_text or person.letter_photo)),
        (subject.VOICE, person.letter_recording is not None),
    ):
        if there and not person.agrees_to(what):
            words = gettext(
                "%(person)s has not agreed to show the %(label)s: readers do not see it."
            ) % {"person": person, "label": what.label.lower()}
            yield _unagreed(person, words)


def _unagreed(person: Beekeeper, words: str) -> Gap:
    address = reverse("admin:catalogue_consent_of_person", args=[person.pk])
    return Gap(words, person, "consents", address=address)


@check(Honey, "nutrition", "footprint")
def _honey(honey: Honey) -> Iterator[Gap]:
    if honey.jar_photo is None:
        yield Gap(
            gettext("%(honey)s has no photo of its jar.") % {"honey": honey}, honey, "id_jar_photo"
        )
    if not honey.nutrition.all():
        yield Gap(
            gettext("%(honey)s has no nutrition table.") % {"honey": honey}, honey, "nutrition"
        )
    if not hasattr(honey, "footprint"):
        add = f"{reverse('admin:catalogue_footprint_add')}?honey={honey.pk}#id_honey"
        yield Gap(
            gettext("%(honey)s has no footprint.") % {"honey": honey},
            honey,
            "footprint",
            address=add,
        )


@check(Batch, "steps__picture")
def _way(batch: Batch) -> Iterator[Gap]:
    steps = batch.steps.all()
    for step in steps:
        if step.picture is not None:
            yield from _undescribed(
                step.picture, gettext("A picture of the way of lot %(batch)s") % {"batch": batch}
            )
    if steps and not all(step.day for step in steps):
        words = gettext(
            "A step of the way of lot %(batch)s has no day yet: readers do not see it."
        ) % {"batch": batch}
        yield Gap(words, batch, "steps")


@check(Batch)
def _batch(batch: Batch) -> Iterator[Gap]:
    if batch.moisture_percent is None:
        yield Gap(
            gettext("The moisture of lot %(batch)s is not measured.") % {"batch": batch},
            batch,
            "id_moisture_percent",
        )


@check(Footprint, "honey", "stages")
def _footprint(footprint: Footprint) -> Iterator[Gap]:
    if not footprint.source.strip():
        yield Gap(
            gettext("The %(footprint)s names no source.") % {"footprint": footprint},
            footprint,
            "id_source",
            blocks=True,
        )
    if not footprint.stages.all():
        yield Gap(
            gettext("The %(footprint)s has no stages.") % {"footprint": footprint},
            footprint,
            "stages-group",
            blocks=True,
        )


@check(Forest)
def _forest(forest: Forest) -> Iterator[Gap]:
    if not forest.boundary:
        yield Gap(
            gettext("%(forest)s has no outline for the map.") % {"forest": forest}, forest, "id_kml"
        )
    if forest.photo is None:
        yield Gap(gettext("%(forest)s has no photo.") % {"forest": forest}, forest, "id_photo")
    for figure, name in (
        ("area_hectares", "area"),
        ("beekeeper_count", gettext("number of beekeepers")),
    ):
        if getattr(forest, figure) is not None and not _source(forest, figure):
            yield Gap(
                gettext("The %(name)s of %(forest)s names no source.")
                % {"name": name, "forest": forest},
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
            gettext("%(shop)s has no market: the strictest rules of all markets hold.")
            % {"shop": shop},
            shop,
            "id_market",
        )


@check(Beekeeper)
@check(Honey)
@check(Batch)
def _still_a_copy(record: Content) -> Iterator[Gap]:
    for name in names_of(type(record)):
        if getattr(record, name.name).endswith(SUFFIX):
            words = gettext("%(record)s is still called a copy: give it its own name.") % {
                "record": record
            }
            yield Gap(words, record, f"id_{name.name}", blocks=True)


@check(Beekeeper)
@check(Honey)
@check(Forest)
def _blurred(owner: Content) -> Iterator[Gap]:
    for place in places_in(type(owner)):
        picture: Picture | None = getattr(owner, place.name)
        if place.photo and picture is not None and picture.width < SHARP_WIDTH:
            yield Gap(
                gettext(
                    "%(photo)s is only %(width)s pixels wide and looks blurred; "
                    "%(sharp_width)s or more are sharp."
                )
                % {
                    "photo": place.photo.format(owner),
                    "width": picture.width,
                    "sharp_width": SHARP_WIDTH,
                },
                owner,
                f"id_{place.name}",
            )
