"""How to report a hole, for those who look for it in programs (RFC 9116)."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

# The standard wants less than a year. Whoever keeps the text longer is to ask again.
VALID = timedelta(days=180)


@require_safe
@cache_control(public=True, max_age=24 * 3600)
def security_txt(request: HttpRequest) -> HttpResponse:
    """Name the contact, for which text and until when."""
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {timezone.now() + VALID:%Y-%m-%dT00:00:00Z}",
        "Preferred-Languages: en",
        f"Canonical: {settings.SITE_URL}{request.path}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
