"""Answers made once: finished bytes, plain and compressed, with their ETag."""

import gzip
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

import brotli
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers

# One content coding of an Accept-Encoding header, with how much the browser likes it.
_CODING = re.compile(r"([\w*-]+)(?:\s*;\s*q\s*=\s*(\d(?:\.\d{0,3})?))?", re.ASCII)


@dataclass(frozen=True)
class Prepared:
    """Bytes ready to be sent. They hold no secret, so compressing them tells nobody."""

    body: bytes
    compressed: dict[str, bytes]  # by content coding, the smallest first
    etag: str


QUICK, SMALL = 6, 10  # brotli's quality: 4 ms for a page, or 35 ms and an eighth fewer bytes


def prepare(body: bytes, quality: int = QUICK) -> Prepared:
    """Return these bytes, which are text, with all that sending them takes."""
    return Prepared(
        body=body,
        compressed={
            "br": brotli.compress(body, quality=quality, mode=brotli.MODE_TEXT),
            "gzip": gzip.compress(body, mtime=0),
        },
        etag=f'"{hashlib.sha256(body).hexdigest()[:20]}"',
    )


def respond(
    request: HttpRequest, prepared: Prepared, content_type: str, status: int = 200
) -> HttpResponse:
    """Return what the browser takes; nothing but 304 when it has it already."""
    coding = _coding_for(request.headers.get("Accept-Encoding", ""), prepared.compressed)
    body = prepared.compressed[coding] if coding else prepared.body
    response = HttpResponse(body, content_type=content_type, status=status)
    if coding:
        response["Content-Encoding"] = coding
    patch_vary_headers(response, ["Accept-Encoding"])
    # A weak one, since it stands for the same text in every coding.
    return unless_known(request, response, f"W/{prepared.etag}")


def unless_known(request: HttpRequest, response: HttpResponse, etag: str) -> HttpResponse:
    """Return the response with its ETag, or nothing but 304 to a browser that has it already."""
    response["ETag"] = etag
    return cast(HttpResponse, get_conditional_response(request, etag=etag, response=response))


def _coding_for(accepted: str, available: Mapping[str, bytes]) -> str:
    """Return the coding that an Accept-Encoding header likes best, or nothing for plain bytes."""
    parts = (_CODING.fullmatch(part.strip()) for part in accepted.lower().split(","))
    weights = {part[1]: float(part[2] or 1) for part in parts if part}
    others = weights.get("*", 0.0)
    best = max(available, key=lambda coding: weights.get(coding, others))
    weight = weights.get(best, others)
    return best if weight and weight >= weights.get("identity", 0.0) else ""
