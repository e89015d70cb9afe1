"""Middleware of the desk: requires the second factor and logs exports."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from upendo.staff import log, two_factor
from upendo.staff.models import Entry

DESK = "/admin/"
OPEN_TO_ALL = ("two-factor", "admin:login", "admin:logout", "admin:jsi18n")


class TwoFactorMiddleware:
    """Sends staff to the two-factor page until they have entered the code their account needs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(DESK) and request.user.is_authenticated:
            open_to_all = {reverse(name) for name in OPEN_TO_ALL}
            if request.path not in open_to_all and not two_factor.may_enter(request.user):
                return HttpResponseRedirect(reverse("two-factor"))
        return self.get_response(request)


class ExportsMiddleware:
    """Logs every file that is downloaded from the desk, from any app."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        file = response.headers.get("Content-Disposition", "")
        if file.startswith("attachment") and request.path.startswith(DESK):
            name = file.partition("filename=")[2].strip('"')
            log.write(Entry.Kind.EXPORT, request, request.user, f"{name} from {request.path}")
        return response
