"""What a browser needs to open a story without a network."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from upendo.web import vite

SCRIPT = settings.FRONTEND_DIST / ".worker" / "service-worker.js"
always_fresh = cache_control(no_cache=True)


@require_safe
@always_fresh
def service_worker(request: HttpRequest) -> HttpResponse:
    """Return the service worker; at the root, since it may act only below its own address."""
    return HttpResponse(SCRIPT.read_bytes(), content_type="text/javascript")


@require_safe
@always_fresh
def offline_files(request: HttpRequest) -> JsonResponse:
    """Return the addresses of all files that the pages of a story use, and the build's name."""
    return JsonResponse({"build": vite.build_name(), "files": vite.story_files()})
