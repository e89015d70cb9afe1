"""The language of the desk; readers' pages have their own way to speak one."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

type Answer = Callable[[HttpRequest], HttpResponse]


def desk_language(get_response: Answer) -> Answer:
    """Return the middleware that has pages of the desk speak DESK_LANGUAGE."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith("/admin/"):
            return get_response(request)
        with translation.override(settings.DESK_LANGUAGE):
            return get_response(request)

    return answer
