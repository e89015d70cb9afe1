"""HTTP with JSON: timeouts, bounded retries, rate limits, and errors that say what happened.

A read is tried again after any passing failure. A write is tried again only when it surely
never arrived (connection refused, name not found, rate limited): when its answer is lost,
`AnswerLostError` leaves it to the caller to look at what the write did.
"""

import http.client
import json
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import Message
from typing import IO, Any, override

from delivery.run.waiting import Timing
from delivery.services.errors import (
    AnswerLostError,
    KeyRefusedError,
    RateLimitedError,
    RejectedError,
    ServiceError,
    UnexpectedAnswerError,
    UnreachableError,
)

ATTEMPTS = 5
MOST_BYTES = 5_000_000
LONGEST_BACKOFF = 30.0


@dataclass(frozen=True)
class Answer:
    """One HTTP answer, whole."""

    status: int
    headers: Message
    body: bytes

    def json(self) -> Any:
        """Raise `UnexpectedAnswerError` when the body is not JSON."""
        try:
            return json.loads(self.body)
        except ValueError as error:
            raise UnexpectedAnswerError(
                f"answered {self.status} with something that is not JSON"
            ) from error


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Hands redirects back as answers: following one would carry the key to another host."""

    @override
    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Any,
        newurl: str,
    ) -> None:
        return None


OPENER = urllib.request.build_opener(NoRedirect)


def exchange(request: urllib.request.Request, seconds: float) -> Answer:
    """Send one request and read its whole answer, whatever the status.

    Raises `UnreachableError` when nothing was sent, `AnswerLostError` when something may
    have been. `seconds` bounds each wait on the network and the reading as a whole.
    """
    try:
        try:
            response: Any = OPENER.open(request, timeout=seconds)
        except urllib.error.HTTPError as error:
            response = error
        with response:
            return Answer(response.status, response.headers, read_whole(response, seconds))
    except urllib.error.URLError as error:
        if isinstance(error.reason, ConnectionRefusedError | socket.gaierror):
            raise UnreachableError(f"could not be reached ({error.reason})") from error
        raise AnswerLostError(f"the connection failed ({error.reason})") from error
    except (http.client.HTTPException, OSError) as error:
        raise AnswerLostError(
            f"the connection was cut ({error or type(error).__name__})"
        ) from error


def read_whole(response: http.client.HTTPResponse, seconds: float) -> bytes:
    """Raise `OSError` when the body is cut short, dribbles in too slowly or is absurdly large."""
    deadline = time.monotonic() + seconds
    body = bytearray()
    while chunk := response.read1(65536):
        body += chunk
        if time.monotonic() > deadline:
            raise TimeoutError("the answer came too slowly")
        if len(body) > MOST_BYTES:
            raise OSError("the answer is too large")
    promised = response.headers.get("Content-Length")
    if promised is not None and len(body) < int(promised):
        raise ConnectionError("the answer was cut short")
    return bytes(body)


class TryAgainError(Exception):
    """One try failed in passing: `failure` says how, `wait` how many seconds were asked for."""

    def __init__(self, failure: ServiceError, wait: float | None = None) -> None:
        super().__init__(str(failure))
        self.failure = failure
        self.wait = wait


class Api:
    """A JSON service at `root`; every error names it as `name`."""

    def __init__(self, name: str, root: str, timing: Timing, headers: Mapping[str, str]) -> None:
        self.name = name
        self.root = root
        self.timing = timing
        self.headers = {"User-Agent": "upendo-delivery", "Accept": "application/json", **headers}
        self.not_before = 0.0

    def get(self, path: str, **headers: str) -> Answer:
        """Read; tried again after any passing failure."""
        return self._ask("GET", path, None, headers)

    def post(self, path: str, body: Mapping[str, object] | None = None) -> Answer:
        """Write; raises `AnswerLostError` when nobody can tell whether it arrived."""
        return self.write("POST", path, body)

    def write(self, method: str, path: str, body: Mapping[str, object] | None = None) -> Answer:
        """Write by POST, PUT, PATCH or DELETE, as `post` does."""
        return self._ask(
            method, path, json.dumps(body or {}).encode(), {"Content-Type": "application/json"}
        )

    def _ask(
        self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]
    ) -> Answer:
        request = urllib.request.Request(  # noqa: S310 - settings admit https and loopback only
            self.root + path, body, {**self.headers, **headers}, method=method
        )
        for attempt in range(ATTEMPTS - 1):
            try:
                return self._once(request, f"{self.name}: {method} {path}", attempt)
            except TryAgainError as again:
                time.sleep(self._backoff(attempt) if again.wait is None else again.wait)
        try:
            return self._once(request, f"{self.name}: {method} {path}", ATTEMPTS)
        except TryAgainError as last:
            raise last.failure from last

    def _once(self, request: urllib.request.Request, what: str, attempt: int) -> Answer:
        time.sleep(max(0.0, self.not_before - time.monotonic()))
        try:
            answer = exchange(request, self.timing.request)
        except UnreachableError as error:
            raise TryAgainError(UnreachableError(f"{what}: {error}.")) from error
        except AnswerLostError as error:
            raise self._lost(request, f"{what}: {error}.") from error
        wait = self._rate_limit_wait(answer, attempt)
        if wait is not None:
            raise TryAgainError(RateLimitedError(f"{what}: the rate limit is used up."), wait)
        if answer.status >= 500:
            raise self._lost(request, f"{what}: answered {answer.status}.")
        return accepted(answer, what)

    def _lost(self, request: urllib.request.Request, sentence: str) -> Exception:
        if request.get_method() == "GET":
            return TryAgainError(UnreachableError(sentence))
        return AnswerLostError(sentence)

    def _backoff(self, attempt: int) -> float:
        return min(self.timing.backoff * 2.0**attempt, LONGEST_BACKOFF)

    def _rate_limit_wait(self, answer: Answer, attempt: int) -> float | None:
        """Seconds to wait when this answer is a rate limit, else None.

        Heroku answers 429; GitHub 429 or 403 with `Retry-After` or no requests remaining.
        """
        spent = (
            answer.headers.get("X-RateLimit-Remaining", answer.headers.get("RateLimit-Remaining"))
            == "0"
        )
        retry_after = answer.headers.get("Retry-After", "")
        if answer.status != 429 and not (answer.status == 403 and (spent or retry_after)):
            if spent and answer.status < 400:
                self.not_before = time.monotonic() + self.timing.poll
            return None
        if retry_after.isdigit():
            wait = float(retry_after)
        elif (reset := answer.headers.get("X-RateLimit-Reset", "")).isdigit():
            wait = max(0.0, int(reset) - time.time())
        else:
            wait = self._backoff(attempt)
        if wait > self.timing.rate_limit:
            again = datetime.now(UTC) + timedelta(seconds=wait)
            raise RateLimitedError(
                f"{self.name}: the rate limit is used up until {again:%Y-%m-%d %H:%M} UTC."
            )
        return wait


def accepted(answer: Answer, what: str) -> Answer:
    """Return a 2xx answer; raise `KeyRefusedError` or `RejectedError` for any other."""
    if 200 <= answer.status < 300:
        return answer
    try:
        said = str(answer.json()["message"])
    except (UnexpectedAnswerError, KeyError, TypeError):
        said = "no reason given"
    if answer.status == 401:
        raise KeyRefusedError(f"{what}: the key is missing, wrong or has expired ({said}).")
    if answer.status == 403:
        raise KeyRefusedError(f"{what}: the key may not do this ({said}).")
    raise RejectedError(f"{what}: answered {answer.status} ({said}).", answer.status)
