"""Response headers that guard every page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csp import ContentSecurityPolicyMiddleware, get_nonce
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
        return super().process_response(request, response)
