"""What a running site says of itself: its health, its first page, and a story if one is named."""

import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from delivery.run.waiting import Timing, until
from delivery.services.errors import ServiceError
from delivery.services.transport import Answer, exchange

HEALTH_PATH = "/healthz"
FIRST_PATH = "/"
UNTOLD = (
    f"{HEALTH_PATH} does not say which commit runs (at the host, enable the labs features"
    " runtime-dyno-metadata and runtime-dyno-build-metadata, then release once more)"
)


@dataclass(frozen=True)
class Migrations:
    """Digests of migrations: those applied to the database, and those that the code brings."""

    applied: frozenset[str]
    code: frozenset[str]


@dataclass(frozen=True)
class Health:
    """One answer of `/healthz`; `fault` is None when the site says it is well."""

    fault: str | None
    commit: str | None = None
    migrations: Migrations | None = None


class Site:
    """A deployed copy of the app at `url`; `code` is a jar's whose story it is to tell, if any."""

    def __init__(self, url: str, timing: Timing, code: str = "") -> None:
        self.url = url
        self.timing = timing
        self.code = code

    @property
    def story_path(self) -> str:
        """The page of the jar's story."""
        return f"/app/{self.code}/menu"

    @property
    def data_path(self) -> str:
        """What the script of that page fetches."""
        return f"/api/v1/stories/{self.code}/"

    @property
    def paths(self) -> tuple[str, ...]:
        """Every address that is looked at."""
        return (
            (HEALTH_PATH, FIRST_PATH, self.story_path) if self.code else (HEALTH_PATH, FIRST_PATH)
        )

    def health(self) -> Health:
        """Ask once; a site that does not answer is unhealthy, not an error."""
        try:
            answer = self._get(HEALTH_PATH)
            said = answer.json()
            status, commit = said["status"], said.get("commit")
            migrations = migrations_from(said.get("migrations"))
        except ServiceError as error:
            return Health(f"{HEALTH_PATH} {error}")
        except (KeyError, TypeError, AttributeError):
            return Health(f"{HEALTH_PATH} answered something that is not a health report")
        well = answer.status == 200 and status == "ok"
        fault = None if well else f"{HEALTH_PATH} answered {answer.status} {status!r}"
        return Health(fault, commit, migrations)

    def migrations(self) -> Migrations | None:
        """What the site says of its migrations, asked for a while where it does not say it."""
        return until(
            lambda: self.health().migrations,
            lambda said: said is not None,
            within=self.timing.steady,
            every=self.timing.poll,
        )

    def health_fault(self, commit: str) -> str | None:
        """Why the site is not healthy on this commit, or None."""
        health = self.health()
        return health.fault or commit_fault(health, commit)

    def faults(self) -> dict[str, str]:
        """What is wrong now, by address, whatever commit runs."""
        found = {path: self._fault(path) for path in self.paths}
        return {path: fault for path, fault in found.items() if fault}

    def lasting_faults(self) -> dict[str, str]:
        """What is wrong and stays so for a while."""
        timing = self.timing
        return until(self.faults, lambda found: not found, within=timing.steady, every=timing.poll)

    def wait_until_healthy(self, commit: str) -> str | None:
        """Wait for the commit to be healthy; returns what is still wrong in the end, or None."""
        return until(
            lambda: self.health_fault(commit),
            lambda fault: fault is None,
            within=self.timing.health,
            every=self.timing.poll,
        )

    def wait_until_serving(self, commit: str, excused: frozenset[str] = frozenset()) -> str | None:
        """Wait until every address but those excused has been well for a while without a break.

        Each question has a connection of its own, so that every worker of the site is asked.
        Returns what was wrong last, or None. The commit must be the one that runs in any case.
        """

        def look() -> str | None:
            wrong = commit_fault(self.health(), commit)
            judged = (path for path in self.paths if path not in excused)
            return wrong or next(filter(None, map(self._fault, judged)), None)

        steadily = Steadily(look, self.timing.steady)
        timing = self.timing
        return until(steadily, lambda fault: fault is None, within=timing.health, every=timing.poll)

    def _fault(self, path: str) -> str | None:
        if path == HEALTH_PATH:
            return self.health().fault
        try:
            answer = self._get(path)
            if answer.status != 200:
                return f"{path} answered {answer.status}"
            if path == self.story_path:
                return self._story_fault()
        except ServiceError as error:
            return f"{path} {error}"
        except (KeyError, TypeError):
            return f"{path} holds no story"
        return None

    def _story_fault(self) -> str | None:
        told = self._get(self.data_path)
        if told.status != 200:  # such an answer may name the code as well
            return f"{self.story_path} holds no story"
        if told.json()["code"] != self.code:
            return f"{self.story_path} shows another story"
        return None

    def _get(self, path: str) -> Answer:
        headers = {"User-Agent": "upendo-delivery", "Cache-Control": "no-cache"}
        request = urllib.request.Request(self.url + path, headers=headers)  # noqa: S310 - as in transport
        return exchange(request, self.timing.request)


class Steadily:
    """Looks; tells the last fault until there has been none for `seconds` on end."""

    def __init__(self, look: Callable[[], str | None], seconds: float) -> None:
        self.look = look
        self.seconds = seconds
        self.well_since: float | None = None
        self.last = "it was not well for long enough"

    def __call__(self) -> str | None:
        """Look once; None when it has been well for long enough."""
        now = time.monotonic()
        if fault := self.look():
            self.last, self.well_since = fault, None
        elif self.well_since is None:
            self.well_since = now
        elif now - self.well_since >= self.seconds:
            return None
        return self.last


def commit_fault(health: Health, commit: str) -> str | None:
    """Why this is not the health of the commit, or None."""
    if health.commit == commit:
        return None
    if health.commit:
        return f"{HEALTH_PATH} says that {health.commit[:7]} runs, not {commit[:7]}"
    return health.fault or UNTOLD


def migrations_from(said: Any) -> Migrations | None:
    """None from a site whose code tells them in another way, or not at all."""
    if not isinstance(said, dict):
        return None
    return Migrations(frozenset(said["applied"]), frozenset(said["code"]))
