"""Saves what readers write: each message once, in one transaction."""

from datetime import timedelta
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.utils import timezone

from upendo.catalogue.models import Jar
from upendo.desk.language import in_desk_language
from upendo.inbox.correspondence.spam import reasons_against
from upendo.inbox.mail import courier
from upendo.inbox.models import Announcement, Letter, Message

LANGUAGE_OF_READERS = "en"
MOST_LETTERS_AN_HOUR = 120  # for one jar: it cannot be flooded from many networks
MOST_REASONS = 250  # letters that are kept; a translation may be longer than English
AN_HOUR = timedelta(hours=1)


class LetterboxFullError(Exception):
    """A jar has had as many letters as it takes in an hour; the next may come in some seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def receive_letter(  # noqa: PLR0913 - a letter has so many parts
    *,
    key: UUID,
    jar: Jar,
    name: str,
    text: str,
    email: str,
    consent_version: str,
    consent_text: str,
    trap: str,
    seconds: int,
) -> Letter:
    """Return the letter, committed; the same key and content again return the same letter.

    The same key with other content makes another letter. That happens when our response was lost
    and the reader changed a word before sending again; both letters are kept. ``trap`` is the
    content of the field that people do not see, ``seconds`` the time that the writing took. A
    letter that looks like spam gets that status, and the team gets no email about it.

    Raises LetterboxFullError when the jar takes no more of them just now.
    """
    key = uuid5(key, "\n".join([jar.code, name, email, text]))
    if known := _known(key):
        return known
    _refuse_a_flood(jar)
    with in_desk_language():
        reasons = reasons_against(text=text, trap=trap, seconds=seconds, known=_were_sent(text))
    try:
        with transaction.atomic():
            letter = Letter.objects.create(
                jar=jar,
                beekeeper=jar.beekeeper,
                reader_name=name,
                email=email,
                consent_version=consent_version,
                consent_text=consent_text,
                status=Letter.Status.SPAM if reasons else Letter.Status.NEW,
                spam_reasons="; ".join(reasons)[:MOST_REASONS],
            )
            _add(letter, key, text)
    except IntegrityError:
        # The same letter was saved by another request at the same moment.
        if known := _known(key):
            return known
        raise
    return letter


def receive_answer(*, letter: Letter, key: UUID, text: str) -> None:
    """Add a reader's next message to a letter, and have the team look at it again.

    The same key and text again change nothing. Raises Letter.DoesNotExist when it was erased.
    """
    key = uuid5(key, f"{letter.token}\n{text}")
    if _known(key):
        return
    try:
        with transaction.atomic():
            _add(reopen(letter), key, text)
    except IntegrityError:
        if not _known(key):
            raise


def reopen(letter: Letter) -> Letter:
    """Return a letter, locked, which the team is to look at again; spam stays spam.

    Raises Letter.DoesNotExist when it was erased.
    """
    locked = Letter.objects.select_for_update().get(pk=letter.pk)
    if locked.status != Letter.Status.SPAM:
        locked.status = Letter.Status.NEW
    locked.active_at = timezone.now()
    locked.save(update_fields=["status", "active_at"])
    return locked


def _known(key: UUID) -> Letter | None:
    message = Message.objects.select_related("letter").filter(key=key).first()
    return message.letter if message else None


def _refuse_a_flood(jar: Jar) -> None:
    now = timezone.now()
    recent = Letter.objects.filter(jar=jar, created_at__gt=now - AN_HOUR).order_by("-created_at")
    times = recent.values_list("created_at", flat=True)
    for first in times[MOST_LETTERS_AN_HOUR - 1 : MOST_LETTERS_AN_HOUR]:
        raise LetterboxFullError((first + AN_HOUR - now).total_seconds())


def _were_sent(words: str) -> bool:
    return Message.objects.with_words(words).filter(author=Message.Author.READER).exists()


def _add(letter: Letter, key: UUID, text: str) -> None:
    message = Message.objects.create(
        letter=letter,
        key=key,
        author=Message.Author.READER,
        language=LANGUAGE_OF_READERS,
        text=text,
        sent_at=timezone.now(),
    )
    if letter.status != Letter.Status.SPAM:
        Announcement.objects.create(message=message, audience=Announcement.Audience.STAFF)
        transaction.on_commit(courier.wake)
