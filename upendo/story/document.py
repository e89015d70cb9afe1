"""A jar's story as one finished document, made once for all codes that tell it.

docs/decisions/0015-one-story-many-codes.md says why.
"""

import json
import secrets
import string
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from django.db import OperationalError
from django.utils import timezone
from rest_framework.renderers import JSONRenderer

from upendo.catalogue import codes
from upendo.catalogue.models import Jar, Market
from upendo.story import pages
from upendo.story.asking import NO_ANSWER, asking, forget_outage
from upendo.story.edition import edition
from upendo.story.schema import Story
from upendo.story.sections import empty_sections
from upendo.story.serializers.story import StorySerializer
from upendo.story.telling import Telling, forget_telling, telling_of
from upendo.web.answers.kept import Flights, Kept, all_kept
from upendo.web.answers.prepared import Filled
from upendo.web.answers.slotted import SlottedText

MOST = 8 * 2**20  # bytes of stories, compressed: about 1,500; they outlive a silent database
# Stands for the code wherever a story is made. It passes for one, so that everything is made as it
# would be with a code; and nobody has written it into a text, since each process has its own.
SLOT = "".join(secrets.choice(string.ascii_uppercase) for _ in range(codes.LONGEST))


class UnknownCodeError(LookupError):
    """No printed code reads like this; suggestions are codes that one slip away do.

    ``meant`` is the one code that differs in signs alone that look alike in print, if there is one.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
        alike = Jar.objects.looking_like(code) if codes.is_code(code) else []
        self.meant = alike[0] if len(alike) == 1 else None
        self.suggestions = alike or Jar.objects.one_slip_from(code)


@dataclass(frozen=True)
class Told:
    """A story with a slot for the code, as it was told on a day in one edition of all texts."""

    text: SlottedText
    pages: frozenset[str]
    told_on: date
    edition: str

    def unproven(self) -> "Told":
        """The story while nobody can look up what of it may still be said on a later day."""
        today = _today()
        if self.told_on == today:
            return self
        story = _as_story({**_parsed(self.text, SLOT), **empty_sections()})
        story["titles"] = pages.titles_in(story)
        return _told(story, self.text.length, today, edition="")


@dataclass(frozen=True)
class StoryDocument:
    """A code's story: as the API sends it, and as pages are made of it."""

    code: str
    text: SlottedText
    pages: frozenset[str]  # the names of those that the story has

    @property
    def version(self) -> str:
        """What tells this version of the story from others; all its codes share it."""
        return self.text.digest.hex()

    @property
    def prepared(self) -> Filled:
        """The story, ready to be sent."""
        return Filled(self.text, self.code.encode())

    @property
    def story(self) -> Story:
        """The story, read anew."""
        return _parsed(self.text, self.code)

    @property
    def for_any_code(self) -> "StoryDocument":
        """The same story, with SLOT where its code would be."""
        return StoryDocument(SLOT, self.text, self.pages)


_kept: Kept[Telling, Told] = Kept("stories", MOST)
_being_told: Flights[tuple[Telling, str], Told | None] = Flights()


def story_document(typed_code: str) -> StoryDocument:
    """Return the story behind a code as somebody typed it.

    When the database does not answer, the last story known is told, and for a while without asking
    again. Raises UnknownCodeError, and the database's error when there is no last story.
    """
    code = typed_code if codes.is_code(typed_code) else codes.normalise(typed_code)
    if not codes.is_code(code):
        raise UnknownCodeError(code[: codes.LONGEST + 1])
    try:
        # Twice, should the jar have changed between the look at what it tells and its story.
        told = _story_of(code) or _story_of(code)
    except NO_ANSWER as error:
        raise OperationalError(str(error)) from error
    if told is None:
        raise OperationalError("What this code tells is being changed all the time.")
    return StoryDocument(code, told.text, told.pages)


def story_for(jar: Jar, market: Market | None) -> Story:
    """Return a jar's story as readers in a market get it today; None: under the strictest rules.

    Nothing of it is kept. A jar read by `Jar.objects.with_story()` takes the fewest queries.
    """
    context = {"market": market, "today": timezone.localdate()}
    return _as_story(dict(StorySerializer(jar, context=context).data))


def forget_stories() -> None:
    """Forget all that is kept in memory of stories, and made of them."""
    for kept in all_kept():
        kept.clear()
    edition.forget()
    forget_outage()


def _story_of(code: str) -> Told | None:
    """Return a code's story; None when what it tells has changed in this moment."""
    telling = telling_of(code)
    if telling is None:
        raise UnknownCodeError(code)
    known = _kept.get(telling)
    now = edition.current()  # before reading: what changes meanwhile is read again
    if known and known.told_on == _today() and known.edition == now:
        return known
    try:
        told = _being_told.once((telling, now), lambda: _tell(code, telling, now, known))
    except NO_ANSWER:
        if known is None:
            raise
        told = known.unproven()
    if told is None:
        forget_telling(code)
    elif told is not known:
        _kept.put(telling, told, told.text.size)
    return told


def _tell(code: str, telling: Telling, now: str, known: Told | None) -> Told | None:
    """Read a story; None when the jar with this code tells another by now."""
    today = _today()
    with asking(impatiently=known is not None):
        jar = Jar.objects.with_story().filter(code=code, **telling.columns).order_by().first()
        if jar is None:
            return None
        jar.code = SLOT
        return _told(story_for(jar, telling.market), telling.length, today, now)


def _told(story: Story, length: int, told_on: date, edition: str) -> Told:
    text = SlottedText.of(JSONRenderer().render(story), SLOT.encode(), length)
    return Told(text, frozenset(story["titles"]), told_on, edition)


def _today() -> date:
    # As localdate(), many times quicker.
    return datetime.now(timezone.get_default_timezone()).date()


def _parsed(text: SlottedText, code: str) -> Story:
    return _as_story(json.loads(text.plain(code.encode())))


def _as_story(data: dict[str, Any]) -> Story:
    # The type is made from the OpenAPI document, and this from the serializers.
    return cast("Story", data)
