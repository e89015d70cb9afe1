"""What a browser needs to open a story without a network."""

import json
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from upendo.web import vite
from upendo.web.answers.prepared import Filled, respond
from upendo.web.answers.slotted import SlottedText

SCRIPT = settings.FRONTEND_DIST / ".worker" / "service-worker.js"
always_fresh = cache_control(no_cache=True)


@require_safe
@always_fresh
def service_worker(request: HttpRequest) -> HttpResponse:
    """Return the service worker; at the root, since it may act only below its own address."""
    return respond(request, _script(), "text/javascript")


@require_safe
@always_fresh
def offline_files(request: HttpRequest) -> HttpResponse:
    """Return the addresses of all files that the pages of a story use, and the build's name."""
    return respond(request, _files(), "application/json")


@cache
def _script() -> Filled:
    return Filled(SlottedText.of(SCRIPT.read_bytes()))


@cache
def _files() -> Filled:
    files = json.dumps({"build": vite.build_name(), "files": vite.story_files()})
    return Filled(SlottedText.of(files.encode()))
