"""The language of the desk; readers' pages have their own way to speak one."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

type Answer = Callable[[HttpRequest], HttpResponse]


def desk_language(get_response: Answer) -> Answer:
    """Return the middleware that has pages of the desk speak DESK_LANGUAGE."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith("/admin/"):
            return get_response(request)
        with in_desk_language():
            return get_response(request)

    return answer


def in_desk_language() -> AbstractContextManager[None]:
    """Return what has words said in DESK_LANGUAGE meanwhile, such as emails to our own people."""
    return translation.override(settings.DESK_LANGUAGE)
