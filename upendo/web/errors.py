"""Pages for what went wrong. They need neither the database nor the frontend."""

import re

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from upendo.web import request_id

# The address of a story, with anything behind the code.
_STORY = re.compile(r"/(?:q|app)/([A-Za-z0-9-]{1,20})(?:/|\Z)")


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such address."""
    if request.path.startswith("/api/"):
        return JsonResponse({"detail": "There is nothing at this address."}, status=404)
    return render(request, "web/not_found.html", {"jar_code": _jar_code(request)}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault."""
    if request.path.startswith("/api/"):
        return JsonResponse(
            {
                "detail": "Something broke on our side. Please try again in a minute.",
                "request": request_id.current(),
            },
            status=500,
        )
    context = {"request_id": request_id.current(), "jar_code": _jar_code(request)}
    return render(request, "web/server_error.html", context, status=500)


def _jar_code(request: HttpRequest) -> str:
    """Return the code in an address, so that nobody has to type it again."""
    story = _STORY.match(request.path)
    return story[1] if story else ""
