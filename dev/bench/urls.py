"""The application's addresses, and what benchmarks ask for: a bare view, limits, sizes."""

import os
import re

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path, resolve
from django.views.decorators.gzip import gzip_page

from upendo.site.engine import engine
from upendo.urls import urlpatterns as application
from upendo.web.answers.kept import all_kept

PICTURE = re.compile(
    r"<picture(?:(?!</picture>).)*fetchpriority=\"high\".*?</picture>", re.I | re.S
)
HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)


def bare(request: HttpRequest) -> HttpResponse:
    """Return constant bytes: what Django itself needs for an answer."""
    return HttpResponse(b"honey", content_type="text/plain")


@gzip_page
def limit(request: HttpRequest, like: str) -> HttpResponse:
    """Return a page that can hardly be faster: only the main picture and the heading of another."""
    view, args, kwargs = resolve(f"/{like}")
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    page = view(request, *args, **kwargs).content.decode()
    picture, heading = PICTURE.search(page), HEADING.search(page)
    return HttpResponse(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>The limit</title>'
        '<meta name="viewport" content="width=device-width">'
        '<meta name="description" content="The limit.">'
        f"<main>{picture[0] if picture else ''}<h1>{heading[1] if heading else ''}</h1></main>"
    )


def parts(request: HttpRequest) -> JsonResponse:
    """Return what the parts of this worker take, under its process's id: how many, and bytes."""
    sizes = {kept.what: (len(kept), kept.size) for kept in all_kept()}
    heap = {"heap of the JavaScript engine": (1, engine.heap_size())}
    return JsonResponse({str(os.getpid()): sizes | heap})


urlpatterns = [
    path("parts", parts),
    path("bare", bare),
    path("limit/<path:like>", limit),
    path("limit/", limit, {"like": ""}),
    *application,
]
