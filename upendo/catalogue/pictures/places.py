"""Where the pictures of a story stand, and how large they must be for it."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.desk.words import Words


@dataclass(frozen=True)
class Place:
    """A place for a picture in a story."""

    # Model and field, such as Beekeeper.portrait; empty for any picture of the library.
    field: str
    # The lookup from a jar to the picture, or to several of them; empty where no link leads there.
    path: str
    words: Words
    least_width: int  # px; enough for the widest that a phone or a desktop shows it
    # What people call the picture, where it must be sharp; empty where it need not be.
    photo: Words = ""
    # Other lookups, where several ways lead to the same field.
    other_paths: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """Every lookup from a jar to a picture in this place."""
        return tuple(path for path in (self.path, *self.other_paths) if path)

    @property
    def name(self) -> str:
        """The field's name."""
        return self.field.rpartition(".")[2]

    def advice(self, width: int) -> str:
        """Return what to do about a picture of this width; nothing when it is wide enough."""
        if width >= self.least_width:
            return ""
        return gettext(
            "%(width)s px wide: too small for %(words)s, where it will look soft. "
            "Use at least %(least_width)s."
        ) % {"width": f"{width:,}", "words": self.words, "least_width": f"{self.least_width:,}"}

    def pictures_of(self, jar: models.Model) -> list[Any]:
        """Return the pictures that stand here in a jar's story; prefetched ones are used."""
        return [picture for path in self.paths for picture in _at(jar, path)]


def _at(jar: models.Model, path: str) -> list[Any]:
    found: list[Any] = [jar]
    for step in path.split("__"):
        found = [one for record in found for one in _related(record, step)]
    return found


def _related(record: models.Model, name: str) -> list[Any]:
    related = getattr(record, name)
    if related is None or isinstance(related, models.Model):
        return [related] if related else []
    return list(related.all())


ANYWHERE = Place("", "", _("most pages"), 960)
HARVEST = Place(
    "HarvestPicture.picture", "batch__honey__harvest_pictures", _("the harvest's pictures"), 960
)
STEP = Place("BatchStep.picture", "batch__steps__picture", _("a step of the way"), 720)
# Of these a story can have several pictures.
MANY = (HARVEST, STEP)
PLACES = (
    Place("Retailer.logo", "retailer__logo", _("a logo"), 320),
    Place(
        "Beekeeper.portrait",
        "beekeeper__portrait",
        _("the portrait"),
        960,
        _("The portrait of {}"),
        ("batch__people__beekeeper__portrait",),
    ),
    Place(
        "Beekeeper.letter_photo",
        "beekeeper__letter_photo",
        _("a letter that people read"),
        1600,
        _("The letter from {}"),
        ("batch__people__beekeeper__letter_photo",),
    ),
    Place(
        "Honey.jar_photo",
        "batch__honey__jar_photo",
        _("the jar's page"),
        960,
        _("The jar photo of {}"),
    ),
    HARVEST,
    STEP,
    Place(
        "Forest.photo",
        "batch__forest__photo",
        _("the forest's page, which it fills"),
        1600,
        _("The photo of {}"),
    ),
    Place("Block.picture", "", "a page of your own", 960),
)


def places_in(model: type[models.Model]) -> list[Place]:
    """Return the places that are fields of a model."""
    return [place for place in PLACES if place.field == f"{model.__name__}.{place.name}"]


def place_of(field: "models.Field[Any, Any]") -> Place:
    """Return the place that a model's field stands for."""
    return next((place for place in places_in(field.model) if place.name == field.name), ANYWHERE)
