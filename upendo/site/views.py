"""The React page: its first view, and what its script needs to know of it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from upendo.catalogue import codes
from upendo.site.first_view import first_view
from upendo.site.head import Head, story_head
from upendo.site.odd_addresses import odd_address, own_page_meant, pause_after_many
from upendo.site.page_cache import BRIEF_SECONDS, FOR_EVER, HTML, cached_page
from upendo.site.page_data import PageData, data_of, to_send
from upendo.story import pages
from upendo.story.built_in_pages import BY_NAME
from upendo.story.document import StoryDocument, UnknownCodeError, story_document
from upendo.story.ways import Way, redirect_by, way_of
from upendo.web import vite
from upendo.web.addresses import absolute
from upendo.web.answers.inline import with_inline
from upendo.web.answers.prepared import Filled, Prepared, respond

# A page is small and changes with every edit: browsers ask each time, and keep it for Back.
reader_page = cache_control(no_cache=True)
# For the address of a page that other stories have; the frontend draws it for any unknown name.
NO_SUCH_PAGE = "no-such"
_NOT_HERE = Head(
    title="No such page · Upendo Honey",
    description="This jar's story does not have this page.",
    index=False,
)
# A slash would end the code in an address; this sign looks like it.
SLASH_IN_A_CODE = "\N{DIVISION SLASH}"
# It stands in the page, since a request of its own would share the line with the first picture.
# So it travels with each page, without its comments.
_START = Path(__file__).with_name("start.js").read_text()
START: SafeString = mark_safe(re.sub(r"(?m)\s*// .*$|^\s+", "", _START))  # noqa: S308 - ours


@require_safe
@reader_page
def landing(request: HttpRequest) -> HttpResponse:
    """Trace your honey: type a code."""

    def contents() -> tuple[PageData, Head]:
        return {"code": None, "story": None, "unknown_code": None}, Head(
            title="Trace your honey · Upendo Honey",
            description="Type the code on your jar and meet the beekeeper, the honey and the "
            "forest.",
            canonical=absolute(reverse("landing")),
            image=absolute(reverse("share-landing")),
            image_alt="Wooded hills under a golden sun",
        )

    return _respond(request, "landing", contents)


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is known of readers, and how to say no."""
    context = {
        "counts_countries": bool(settings.COUNTRY_HEADER),
        "letters_kept_months": settings.LETTERS_KEPT_MONTHS,
    }
    return render(request, "site/privacy.html", context)


@require_safe
def trace(request: HttpRequest) -> HttpResponseBase:
    """The landing page's form, for browsers without JavaScript."""
    code = codes.normalise(request.GET.get("code", ""))
    if not code:
        return redirect("landing")
    return redirect_by(Way.TYPED, "menu", code[: codes.LONGEST + 1].replace("/", SLASH_IN_A_CODE))


@require_safe
@reader_page
def story_page(request: HttpRequest, code: str, page: str = "menu") -> HttpResponse:
    """One page of a jar's story."""
    if page not in BY_NAME and not pages.is_of_person(page) and not pages.is_own(page):
        return odd_address(request)
    try:
        document = story_document(code)
    except UnknownCodeError as unknown:
        return unknown_code_page(request, unknown, page)
    drawn = document if settings.VITE_SERVER else document.for_any_code
    if page not in document.pages:
        if pages.is_own(page) and (meant := own_page_meant(document, page)):
            return redirect_by(Way.SHARED, "page", document.code, meant)
        return _respond(
            request,
            NO_SUCH_PAGE,
            lambda: (data_of(drawn.story), _NOT_HERE),
            document,
            status=404,
        )

    def contents() -> tuple[PageData, Head]:
        story = drawn.story
        head = story_head(drawn, pages.told_in(story)[page])
        return data_of(story), head

    return _respond(request, page, contents, document)


def unknown_code_page(
    request: HttpRequest, unknown: UnknownCodeError, asked_for: str
) -> HttpResponse:
    """Return the page for a code that no jar carries, or a pause after many of them.

    When only one code can have been meant, redirect to its page of the name asked for; when there
    is nothing in it that could be a code, to where one can be typed.
    """
    if not unknown.code:
        return redirect("landing")
    if unknown.meant:
        return redirect_by(way_of(request.path), "page", unknown.meant, asked_for)
    if pause := pause_after_many(request):
        return pause
    head = Head(
        title="Code not found · Upendo Honey",
        description="No jar carries this code. Check it against the label and try again.",
        index=False,
    )
    code = unknown.code.replace("/", SLASH_IN_A_CODE)
    page_data: PageData = {
        "code": None,
        "story": None,
        "unknown_code": {"code": code, "suggestions": unknown.suggestions},
    }
    html, _ = _html(request, "unknown-code", page_data, head)
    response = respond(request, Prepared(html.encode()), HTML, status=404)
    return _with_page_style(request, response, "unknown-code")


def _respond(
    request: HttpRequest,
    page: str,
    contents: Callable[[], tuple[PageData, Head]],
    document: StoryDocument | None = None,
    status: int = 200,
) -> HttpResponse:
    """Return a page that is drawn once for each version, with the code put in."""
    if settings.VITE_SERVER:
        return HttpResponse(_html(request, page, *contents())[0], status=status)
    version, code = (document.version, document.code) if document else ("", "")
    text = cached_page(f"{version} {page}", len(code), lambda: _html(request, page, *contents()))
    response = respond(request, Filled(text, code.encode()), HTML, status)
    return _with_page_style(request, response, page)


def page(
    request: HttpRequest, name: str, page_data: PageData, head: Head, frame: dict[str, object]
) -> HttpResponse:
    """Return a page that is not kept; the frame is what stands around it in a preview."""
    html, _ = _html(request, name, page_data, head, frame)
    response = HttpResponse(html)
    return _with_page_style(request, response, name)


def _with_page_style(request: HttpRequest, response: HttpResponse, page: str) -> HttpResponse:
    if settings.VITE_SERVER:
        return response
    return with_inline(
        request, response, style=vite.assets(pages.component_of(page)).style, script=START
    )


def _html(
    request: HttpRequest,
    page: str,
    page_data: PageData,
    head: Head,
    frame: dict[str, Any] | None = None,
) -> tuple[str, float]:
    """Return the page, and for how many seconds it may be kept."""
    context = (frame or {}) | {
        "page_data": to_send(page_data),
        "head": head,
        "vite_server": settings.VITE_SERVER,
    }
    if not settings.VITE_SERVER:
        context["assets"] = vite.assets(pages.component_of(page))
        context["start"] = START
        context["first_view"] = first_view(_path(page, page_data), page_data)
    seconds = FOR_EVER if context.get("first_view") else BRIEF_SECONDS
    return render_to_string("site/page.html", context, request), seconds


def _path(page: str, page_data: PageData) -> str:
    """Return the page's one address, whichever of its addresses was asked for."""
    if unknown := page_data["unknown_code"]:
        return reverse("menu", args=[unknown["code"]])
    story = page_data["story"]
    address = reverse("page", args=[story["code"], page]) if story else reverse("landing")
    return page_data.get("base", "") + address
