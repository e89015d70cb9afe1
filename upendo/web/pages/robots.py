"""What crawlers may read."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from upendo.web.answers.prepared import Prepared, respond

RULES = """User-agent: *
Disallow: /admin/
Disallow: /api/
Disallow: /preview/
"""


@require_safe
@cache_control(public=True, max_age=24 * 3600)
def robots_txt(request: HttpRequest) -> HttpResponse:
    """Keep crawlers out of the admin, the API and previews."""
    return respond(request, Prepared(RULES.encode()), "text/plain")
