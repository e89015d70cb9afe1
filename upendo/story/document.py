"""A jar's story as one finished document, built once and then served from memory."""

import threading
import time
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.db import Error as DatabaseError
from django.db import OperationalError
from django.utils import timezone
from rest_framework.renderers import JSONRenderer

from upendo.catalogue import codes
from upendo.catalogue.models import Jar, Market
from upendo.story.schema import Story
from upendo.story.sections import empty_sections
from upendo.story.serializers.story import StorySerializer
from upendo.web.breaker import Breaker, PausedError
from upendo.web.postgres.patience import patience
from upendo.web.prepared import Prepared, prepare

FRESH_SECONDS = 1  # an edit shows within a second; a busy code costs one build a second
PATIENCE = 1  # second for each statement, when there is a story to tell meanwhile
KEPT_STORIES = 500  # about 30 MB a worker; they outlive a database that does not answer


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
class StoryDocument:
    """A story: as page data embeds it, and as the API sends it."""

    story: Story
    prepared: Prepared
    built_at: float
    told_on: date

    @property
    def etag(self) -> str:
        """What tells this version of the story from others."""
        return self.prepared.etag

    def unproven(self) -> "StoryDocument":
        """The story while nobody can look up what of it may still be said on a later day."""
        if self.told_on == timezone.localdate():
            return self
        return _prepare(_as_story({**self.story, **empty_sections()}))


kept: dict[str, StoryDocument] = {}
_keeping = threading.Lock()
# While the database fails, hardly any request asks it: the kept stories are told at once.
_building = Breaker("The database", pause=2)


def story_document(typed_code: str) -> StoryDocument:
    """Return the story behind a code as somebody typed it.

    When the database does not answer, the last document known is returned, and for a while without
    asking again. Raises UnknownCodeError, and the database's error when there is no last document.
    """
    code = codes.normalise(typed_code)
    if not codes.is_code(code):
        raise UnknownCodeError(code[: codes.LONGEST + 1])
    known = kept.get(code)
    if known and time.monotonic() - known.built_at < FRESH_SECONDS:
        return known
    try:
        with _building.attempt(DatabaseError), patience(PATIENCE) if known else nullcontext():
            document = _build(code)
    except (DatabaseError, PausedError) as error:
        if known is None:
            raise OperationalError(str(error)) from error
        document = known.unproven()
    _keep(code, document)
    return document


def story_for(jar: Jar, market: Market | None) -> Story:
    """Return a jar's story as readers in a market get it today; None: under the strictest rules.

    Nothing of it is kept. A jar read by `Jar.objects.with_story()` takes the fewest queries.
    """
    context = {"market": market, "today": timezone.localdate()}
    return _as_story(dict(StorySerializer(jar, context=context).data))


def forget_stories() -> None:
    """Forget all documents kept in memory."""
    with _keeping:
        kept.clear()
    _building.reset()


def _keep(code: str, document: StoryDocument) -> None:
    with _keeping:
        kept.pop(code, None)
        kept[code] = document  # at the end: the first one is the one longest not built
        if len(kept) > KEPT_STORIES:
            del kept[next(iter(kept))]


def _build(code: str) -> StoryDocument:
    jar = Jar.objects.printed().with_story().filter(code=code).first()
    if jar is None:
        raise UnknownCodeError(code)
    return _prepare(story_for(jar, jar.market))


def _as_story(data: dict[str, Any]) -> Story:
    # The type is made from the OpenAPI document, and this from the serializers.
    return cast("Story", data)


def _prepare(story: Story) -> StoryDocument:
    body = JSONRenderer().render(story)
    return StoryDocument(story, prepare(body), time.monotonic(), timezone.localdate())
