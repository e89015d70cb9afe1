"""What beekeepers lack: words, and their consent."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext

from upendo.catalogue.models import Beekeeper, Consent
from upendo.editing.gaps import Gap, check


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
