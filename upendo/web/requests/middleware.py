"""What guards every page: response headers, and what no request may hold."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csp import ContentSecurityPolicyMiddleware, get_nonce
from django.utils.cache import add_never_cache_headers
from django.utils.csp import build_policy

PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "payment",
        "usb",
    )
)


class SecurityHeadersMiddleware(ContentSecurityPolicyMiddleware):
    """The content security policy, looser at few addresses alone, and what may be asked."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        for beginning, policy in settings.SECURE_CSP_BY_PATH.items():
            if request.path.startswith(beginning):
                own = build_policy(policy, get_nonce(request))
                response.headers.setdefault("Content-Security-Policy", own)
        if request.path.startswith(settings.PRIVATE_PATHS):
            # Whatever answers: a redirect to HTTPS or a refused method has the key in it too.
            add_never_cache_headers(response)
            response["Referrer-Policy"] = "no-referrer"
            response["X-Robots-Tag"] = "noindex, nofollow"
        return super().process_response(request, response)


class NoNullsMiddleware:
    """Refuses NUL characters in addresses and cookies: PostgreSQL and file names take none.

    Forms and the API's serializers refuse them in what is posted.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Raises Http404 for a path that cannot exist, and BadRequest for what came with it."""
        if "\0" in request.path:
            raise Http404
        given = [*request.GET, *(value for values in request.GET.lists() for value in values[1])]
        if any("\0" in text for text in [*given, *request.COOKIES.values()]):
            raise BadRequest
        return self.get_response(request)
