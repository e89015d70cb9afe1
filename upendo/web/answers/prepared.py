"""Texts as they travel: in the coding that the browser likes best, with an ETag."""

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, cast

import brotli
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from upendo.web.answers.slotted import SlottedText

# One content coding of an Accept-Encoding header, with how much the browser likes it.
_CODING = re.compile(r"([\w*-]+)(?:\s*;\s*q\s*=\s*(\d(?:\.\d{0,3})?))?", re.ASCII)
CODINGS = ("br", "gzip")  # the smallest first
# brotli's and gzip's quality for what is compressed while somebody waits: 1 ms for a page
QUICK = 4


class Sendable(Protocol):
    """A text that holds no secret, so that compressing it tells nobody."""

    @property
    def etag(self) -> str:
        """What tells it from all others."""
        ...

    def encoded(self, coding: str) -> bytes:
        """Return it in one of CODINGS, or as it is under no name."""
        ...


@dataclass(frozen=True)
class Prepared:
    """A text that is sent once."""

    body: bytes

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.body).hexdigest()[:20]}"'

    def encoded(self, coding: str) -> bytes:
        if coding == "br":
            small: bytes = brotli.compress(self.body, quality=QUICK, mode=brotli.MODE_TEXT)
            return small
        return gzip.compress(self.body, QUICK, mtime=0) if coding else self.body


@dataclass(frozen=True)
class Filled:
    """A text that is kept for many words, with one in its slots."""

    text: SlottedText
    word: bytes = b""

    @property
    def etag(self) -> str:
        return self.text.etag(self.word)

    def encoded(self, coding: str) -> bytes:
        if coding == "br":
            return self.text.compressed(self.word)
        return Prepared(self.text.plain(self.word)).encoded(coding)  # for few browsers


def respond(
    request: HttpRequest, text: Sendable, content_type: str, status: int = 200
) -> HttpResponse:
    """Return what the browser takes; nothing but 304 when it has it already."""
    coding = _coding_for(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    response = HttpResponse(content_type=content_type, status=status)
    if coding:
        response["Content-Encoding"] = coding
    response["Vary"] = "Accept-Encoding"
    # A weak one, since it stands for the same text in every coding.
    answer = unless_known(request, response, f"W/{text.etag}")
    if answer is response:
        response.content = text.encoded(coding)
    return answer


def unless_known(request: HttpRequest, response: HttpResponse, etag: str) -> HttpResponse:
    """Return the response with its ETag, or nothing but 304 to a browser that has it already."""
    response["ETag"] = etag
    return cast(HttpResponse, get_conditional_response(request, etag=etag, response=response))


@lru_cache(maxsize=256)  # browsers differ little
def _coding_for(accepted: str) -> str:
    """Return the coding that an Accept-Encoding header likes best, or nothing for plain bytes."""
    parts = (_CODING.fullmatch(part.strip()) for part in accepted.lower().split(","))
    weights = {part[1]: float(part[2] or 1) for part in parts if part}
    others = weights.get("*", 0.0)
    best = max(CODINGS, key=lambda coding: weights.get(coding, others))
    weight = weights.get(best, others)
    return best if weight and weight >= weights.get("identity", 0.0) else ""
