"""Where pictures are shown, and how large they must be for it."""

from dataclasses import dataclass

from django.db import models


@dataclass(frozen=True)
class Use:
    """A place for a picture."""

    place: str
    least_width: int  # px; as wide as a phone's or a desktop's screen shows it

    def advice(self, width: int) -> str:
        """Return what to do about a picture of this width; nothing when it is wide enough."""
        if width >= self.least_width:
            return ""
        return (
            f"{width:,} px wide: too small for {self.place}, where it will look soft. "
            f"Use at least {self.least_width:,}."
        )


USES = {
    "Beekeeper.portrait": Use("the portrait", 960),
    "Beekeeper.letter_photo": Use("a letter that people read", 1600),
    "Honey.jar_photo": Use("the jar's page", 960),
    "HarvestPicture.picture": Use("the harvest's pictures", 960),
    "Forest.photo": Use("the forest's page, which it fills", 1600),
    "Retailer.logo": Use("a logo", 320),
}
ANYWHERE = Use("most pages", 960)


def use_of(field: "models.Field[object, object]") -> Use:
    """Return the place that a model's field stands for."""
    return USES.get(f"{field.model.__name__}.{field.name}", ANYWHERE)
