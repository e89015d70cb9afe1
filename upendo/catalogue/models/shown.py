"""What readers may see of a beekeeper: only what the person agrees to, or else their group."""

from dataclasses import dataclass

from upendo.catalogue.models.beekeeper import Beekeeper
from upendo.catalogue.models.consent import Consent
from upendo.catalogue.models.forest import Forest
from upendo.catalogue.models.picture import Picture
from upendo.catalogue.models.recording import Recording


@dataclass(frozen=True)
class ShownLetter:
    """A letter, with all of it that may be shown and heard."""

    language: str
    text: str
    translation: str
    translator: str
    photo: Picture | None
    recording: Recording | None


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
    letter: ShownLetter | None = None
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
    return ShownBeekeeper(
        beekeeper.name,
        is_group=False,
        bio=beekeeper.bio,
        village=beekeeper.village if beekeeper.agrees_to(subject.LOCATION) else "",
        since=beekeeper.since,
        notice=beekeeper.notice,
        portrait=beekeeper.portrait if beekeeper.agrees_to(subject.PORTRAIT) else None,
        number=beekeeper.pk,
        letter=_letter(beekeeper) if beekeeper.agrees_to(subject.LETTER) else None,
    )


def may_be_heard(beekeeper: Beekeeper) -> bool:
    """Return whether a recording of a person's voice may be heard now."""
    subject = Consent.Subject
    return beekeeper.agrees_to(subject.NAME) and beekeeper.agrees_to(subject.VOICE)


def _letter(beekeeper: Beekeeper) -> ShownLetter | None:
    """Return what there is of a letter that may be shown; None where that is nothing."""
    text, photo = beekeeper.letter_text, beekeeper.letter_photo
    recording = beekeeper.letter_recording if may_be_heard(beekeeper) else None
    if not (text or photo or recording):
        return None
    return ShownLetter(
        beekeeper.letter_language,
        text,
        beekeeper.letter_translation,
        beekeeper.letter_translator,
        photo,
        recording,
    )
