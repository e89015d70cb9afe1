"""Counts requests for codes that do not exist."""

import logging
from collections.abc import Callable

from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse

from upendo.catalogue import codes
from upendo.catalogue.models import Jar
from upendo.insights.models import count_unknown_code

logger = logging.getLogger(__name__)

STORY_ADDRESSES = {"qr", "menu", "page", "read", "story"}


class UnknownCodesMiddleware:
    """Counts the code of each story address that was answered with 404."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        match = request.resolver_match
        if response.status_code == 404 and match and match.url_name in STORY_ADDRESSES:
            _count(codes.normalise(match.kwargs["code"]))
        return response


def _count(code: str) -> None:
    try:
        # A known code with a page that does not exist is a broken link, not a misprinted label.
        if codes.is_code(code) and not Jar.objects.printed().filter(code=code).exists():
            count_unknown_code(code)
    except DatabaseError:
        # The reader gets the page even when the counter fails.
        logger.warning("An unknown code could not be counted.", exc_info=True)
