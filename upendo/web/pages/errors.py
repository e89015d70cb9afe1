"""Answers for what went wrong. They need neither the database nor the frontend."""

import re
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from upendo.web.logs import request_id

RETRY_SECONDS = 60
# The address of a story, with anything behind the code.
_STORY = re.compile(r"/(?:q|app)/([A-Za-z0-9-]{1,20})(?:/|\Z)")


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such address."""
    if request.path.startswith("/api/"):
        return JsonResponse({"detail": "There is nothing at this address."}, status=404)
    return render(request, "web/not_found.html", {"jar_code": _jar_code(request)}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. Or 503, when the database does not answer."""
    if isinstance(sys.exception(), OperationalError | InterfaceError):
        return unavailable(request, "database")
    detail = "Something broke on our side. Please try again in a minute."
    return _sorry(request, 500, "web/server_error.html", detail)


def unavailable(request: HttpRequest, what: str) -> HttpResponse:
    """503: something that we depend on, named for people, does not answer; that passes."""
    detail = f"Our {what} does not answer just now. Please try again in a minute."
    response = _sorry(request, 503, "web/unavailable.html", detail)
    response["Cache-Control"] = "no-store"
    response["Retry-After"] = str(RETRY_SECONDS)
    return response


def _sorry(request: HttpRequest, status: int, page: str, detail: str) -> HttpResponse:
    number = request_id.current()
    if request.path.startswith("/api/"):
        return JsonResponse({"detail": detail, "request": number}, status=status)
    context = {"detail": detail, "request_id": number, "jar_code": _jar_code(request)}
    return render(request, page, context, status=status)


def _jar_code(request: HttpRequest) -> str:
    """Return the code in an address, so that nobody has to type it again."""
    story = _STORY.match(request.path)
    return story[1] if story else ""
