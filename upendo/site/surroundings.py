"""What lies around a forest, for its map alone: no page of a story waits for it."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from upendo.catalogue.surroundings import find_surroundings
from upendo.site.media import FOR_EVER
from upendo.story.asking import NO_ANSWER
from upendo.web.answers.prepared import Prepared, respond
from upendo.web.pages.errors import unavailable


@require_safe
def surroundings(request: HttpRequest, name: str) -> HttpResponse:
    """Send what was cut out for one outline; its address is that outline's and never changes."""
    try:
        found = find_surroundings(name)
    except NO_ANSWER:
        return unavailable(request, "database")
    if found is None:
        raise Http404
    text = Prepared(json.dumps(found, separators=(",", ":"), ensure_ascii=False).encode())
    response = respond(request, text, "application/json")
    response["Cache-Control"] = FOR_EVER["Cache-Control"]
    return response
