"""What readers may see of a beekeeper: only what the person agrees to, or else their group."""

from dataclasses import dataclass

from upendo.catalogue.models.beekeeper import Beekeeper
from upendo.catalogue.models.consent import Consent
from upendo.catalogue.models.forest import Forest
from upendo.catalogue.models.picture import Picture


@dataclass(frozen=True)
class ShownBeekeeper:
    """A person, or all beekeepers of a forest, with all that stories and letters may show."""

    name: str
    is_group: bool
    bio: str
    village: str = ""
    since: int | None = None
    notice: str = ""
    portrait: Picture | None = None
    letter: Beekeeper | None = None
    number: int = 0  # in the address of the person's page; a group has none


def shown(beekeeper: Beekeeper, forest: Forest) -> ShownBeekeeper:
    """Return what may be shown now: the group, unless the person agrees to show the name."""
    group = ShownBeekeeper(forest.group_name, is_group=True, bio=forest.group_story)
    return shown_person(beekeeper) or group


def shown_person(beekeeper: Beekeeper) -> ShownBeekeeper | None:
    """Return what may be shown of a person now; None unless they agree to show the name."""
    subject = Consent.Subject
    if not beekeeper.agrees_to(subject.NAME):
        return None
    has_letter = bool(beekeeper.letter_text or beekeeper.letter_photo)
    return ShownBeekeeper(
        beekeeper.name,
        is_group=False,
        bio=beekeeper.bio,
        village=beekeeper.village if beekeeper.agrees_to(subject.LOCATION) else "",
        since=beekeeper.since,
        notice=beekeeper.notice,
        portrait=beekeeper.portrait if beekeeper.agrees_to(subject.PORTRAIT) else None,
        number=beekeeper.pk,
        letter=beekeeper if has_letter and beekeeper.agrees_to(subject.LETTER) else None,
    )
