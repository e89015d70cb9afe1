"""Addresses that are nearly a story's: other letter case, slashes too many, parts left out.

Each leads to the one address that it can only mean. `frontend/src/api/address.ts` reads alike, for
browsers without a network.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from upendo.catalogue import codes
from upendo.story import pages
from upendo.story.built_in_pages import BY_NAME, MENU, READ
from upendo.story.document import StoryDocument, UnknownCodeError, story_document
from upendo.story.throttles import UnknownCodeThrottle
from upendo.story.ways import Way, redirect_by, way_of

_PAGES = {"".join(codes.address_parts(name)): name for name in [*BY_NAME, READ.name]}


@require_safe
def odd_address(request: HttpRequest) -> HttpResponse:
    """Redirect to the page that is meant. Raises Http404 when no page is."""
    match codes.address_parts(request.path):
        case [] | [_]:
            return redirect("landing")
        case [_, code]:
            name = MENU.name
        case [_, code, page] if page in _PAGES:
            name = _PAGES[page]
        case [_, code, "P", slug] if own := _own_page(code, slug):
            name = own
        case [_, code, "PEOPLE", number] if number.isdecimal():
            name = f"people/{number}"
        case _:
            raise Http404
    return redirect_by(way_of(request.path), "page", code[: codes.LONGEST + 1], name)


def own_page_meant(document: StoryDocument, typed: str) -> str | None:
    """Return the page of the enterprise's own in a story whose name reads like what was typed."""
    read = codes.address_parts(typed)
    alike = (name for name in document.pages if codes.address_parts(name) == read)
    return next(filter(pages.is_own, alike), None)


def _own_page(code: str, slug: str) -> str | None:
    try:
        return own_page_meant(story_document(code), pages.own_name(slug))
    except UnknownCodeError:
        return None


@require_safe
def bare_code(request: HttpRequest, code: str) -> HttpResponse:
    """Redirect to the story of a code to which the path's beginning is missing.

    Raises Http404 for other words, which are no code at all as a rule, and not worth a count.
    """
    read = codes.normalise(code)
    if not codes.is_code(read):
        raise Http404
    if not codes.has_valid_check(read):
        try:
            story_document(read)
        except UnknownCodeError as unknown:
            if unknown.meant is None:
                return _nothing_called_so(request)
            read = unknown.meant
    return redirect_by(Way.TYPED, "page", read, MENU.name)


def _nothing_called_so(request: HttpRequest) -> HttpResponse:
    if pause := pause_after_many(request):
        return pause
    raise Http404


def pause_after_many(request: HttpRequest) -> HttpResponse | None:
    """Count a code that no jar carries; return a page to wait on if there were too many."""
    if UnknownCodeThrottle().allow_request(request):
        return None
    return render(request, "site/too_many_codes.html", status=429)
