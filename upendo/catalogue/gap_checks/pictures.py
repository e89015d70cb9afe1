"""What pictures lack, and records whose pictures are missing."""

from collections.abc import Iterator

from django.utils.translation import gettext

from upendo.catalogue.models import Beekeeper, Content, Forest, Honey, Picture, Retailer
from upendo.catalogue.pictures.places import places_in
from upendo.catalogue.pictures.renditions import SHARP_WIDTH
from upendo.editing.gaps import Gap, check


@check(Picture)
def _picture(picture: Picture) -> Iterator[Gap]:
    yield from undescribed(picture, gettext("A picture"))
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
            yield from undescribed(picture, called.format(owner))


@check(Honey, "harvest_pictures")
def _harvest_pictures(honey: Honey) -> Iterator[Gap]:
    pictures = honey.harvest_pictures.all()
    for picture in pictures:
        yield from undescribed(
            picture, gettext("A picture of the harvest of %(honey)s") % {"honey": honey}
        )
    if not pictures:
        yield Gap(
            gettext("%(honey)s has no pictures of its harvest.") % {"honey": honey},
            honey,
            "harvestpicture_set",
        )


def undescribed(picture: Picture, called: str) -> Iterator[Gap]:
    """Yield the gap of a picture, which is called so, without words for who cannot see it."""
    if not picture.has_alt:
        yield Gap(
            gettext("%(called)s has no alternative text, which people who cannot see it need.")
            % {"called": called},
            picture,
            "id_alt",
            blocks=True,
        )


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
