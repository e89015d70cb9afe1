"""Pages as finished bytes: made once for each version of a story, then served from memory."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import brotli
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

KEPT_SECONDS = 24 * 3600


@dataclass(frozen=True)
class FinishedPage:
    """A page's HTML, plain and compressed. It holds no secret, so compressing it tells nobody."""

    body: bytes
    compressed: bytes
    etag: str


def finish(html: str) -> FinishedPage:
    """Return the page with this HTML."""
    body = html.encode()
    etag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    return FinishedPage(body, brotli.compress(body, quality=6, mode=brotli.MODE_TEXT), etag)


def remembered(key: str, make: Callable[[], str]) -> FinishedPage:
    """Return the page known by a key, which is made first if need be.

    The key must name everything that the page depends on.
    """
    name = hashlib.sha256(key.encode()).hexdigest()
    page: FinishedPage | None = caches["pages"].get(name)
    if page is None:
        page = finish(make())
        caches["pages"].set(name, page, KEPT_SECONDS)
    return page


def respond(request: HttpRequest, page: FinishedPage, status: int = 200) -> HttpResponse:
    """Return the page as the browser takes it; nothing but 304 when it has it already."""
    response: HttpResponse
    if status == 200 and page.etag in parse_etags(request.headers.get("If-None-Match", "")):
        response = HttpResponseNotModified()
    elif "br" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(page.compressed, status=status)
        response["Content-Encoding"] = "br"
    else:
        response = HttpResponse(page.body, status=status)
    response["ETag"] = page.etag
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
