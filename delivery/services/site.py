"""What a running site says of itself: its health, and one real story page."""

import json
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from delivery.run.waiting import Timing, until
from delivery.services.errors import ServiceError, UnexpectedAnswerError
from delivery.services.transport import Answer, exchange

HEALTH_PATH = "/healthz"
STORY_CODE = "PUREJOY"
STORY_PATH = f"/app/{STORY_CODE}/menu"


@dataclass(frozen=True)
class Health:
    """One answer of `/healthz`; `fault` is None when the site says it is well."""

    fault: str | None
    commit: str | None = None
    migrations: str | None = None


class Site:
    """A deployed copy of the app at `url`."""

    def __init__(self, url: str, timing: Timing) -> None:
        self.url = url
        self.timing = timing

    def health(self) -> Health:
        """Ask once; a site that does not answer is unhealthy, not an error."""
        try:
            answer = self._get(HEALTH_PATH)
            said = answer.json()
            status, commit, migrations = said["status"], said.get("commit"), said.get("migrations")
        except ServiceError as error:
            return Health(f"{HEALTH_PATH} {error}")
        except (KeyError, TypeError, AttributeError):
            return Health(f"{HEALTH_PATH} answered something that is not a health report")
        well = answer.status == 200 and status == "ok"
        fault = None if well else f"{HEALTH_PATH} answered {answer.status} {status!r}"
        return Health(fault, commit, migrations)

    def health_fault(self, commit: str) -> str | None:
        """Why the site is not healthy on this commit, or None."""
        health = self.health()
        if health.fault:
            return health.fault
        if health.commit is None:
            return f"{HEALTH_PATH} does not say which commit runs"
        if health.commit != commit:
            return f"{HEALTH_PATH} says that {health.commit[:7]} runs, not {commit[:7]}"
        return None

    def fault(self, commit: str) -> str | None:
        """Why readers are not served this commit, or None: health, then a real story page."""
        return self.health_fault(commit) or self._story_fault()

    def wait_until_healthy(self, commit: str) -> str | None:
        """Wait for the commit to be healthy; returns what is still wrong in the end, or None."""
        return self._wait(lambda: self.health_fault(commit))

    def wait_until_serving(self, commit: str) -> str | None:
        """As `wait_until_healthy`, and the story page must be there."""
        return self._wait(lambda: self.fault(commit))

    def _wait(self, look: Callable[[], str | None]) -> str | None:
        return until(
            look,
            lambda fault: fault is None,
            within=self.timing.health,
            every=self.timing.poll,
        )

    def _story_fault(self) -> str | None:
        try:
            answer = self._get(STORY_PATH)
            if answer.status != 200:
                return f"{STORY_PATH} answered {answer.status}"
            story = page_data(answer)["story"]
            if story["code"] != STORY_CODE:
                return f"{STORY_PATH} shows the story of {story['code']}"
        except ServiceError as error:
            return f"{STORY_PATH} {error}"
        except (KeyError, TypeError):
            return f"{STORY_PATH} holds no story"
        return None

    def _get(self, path: str) -> Answer:
        headers = {"User-Agent": "upendo-delivery", "Cache-Control": "no-cache"}
        request = urllib.request.Request(self.url + path, headers=headers)  # noqa: S310 - as in transport
        return exchange(request, self.timing.request)


class PageData(HTMLParser):
    """Collects the text of the page's `<script id="page-data">`."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where the data begins."""
        self.inside = tag == "script" and ("id", "page-data") in attrs

    def handle_data(self, data: str) -> None:
        """Keep the data, which may come in pieces."""
        if self.inside:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        """Note where the data ends."""
        self.inside = False


def page_data(answer: Answer) -> Any:
    """The story data inside a reader's page. Raises `UnexpectedAnswerError` without it."""
    parser = PageData()
    parser.feed(answer.body.decode(errors="replace"))
    try:
        return json.loads(parser.text)
    except ValueError as error:
        raise UnexpectedAnswerError("holds no page data") from error
