"""The whole story on one page: for print, crawlers, reader modes, browsers without JavaScript."""

from collections.abc import Callable
from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import resolve, reverse
from django.views.decorators.http import require_safe

from upendo.catalogue.maps.surroundings import Surroundings
from upendo.catalogue.surroundings import find_surroundings
from upendo.gs1.find import newest_jar
from upendo.gs1.models import Article
from upendo.site.engine import DrawingError, engine
from upendo.site.head import Head, story_head
from upendo.site.page_cache import BRIEF_SECONDS, FOR_EVER, HTML, cached_page
from upendo.site.views import START, reader_page, unknown_code_page
from upendo.story.asking import NO_ANSWER
from upendo.story.built_in_pages import READ
from upendo.story.document import StoryDocument, UnknownCodeError, story_document
from upendo.story.schema import Story
from upendo.web import vite
from upendo.web.addresses import absolute
from upendo.web.answers.inline import with_inline
from upendo.web.answers.prepared import Filled, respond
from upendo.web.pages.errors import RETRY_SECONDS


@require_safe
@reader_page
def read(request: HttpRequest, code: str) -> HttpResponse:
    """Return a jar's whole story as one document."""
    try:
        document = story_document(code)
    except UnknownCodeError as unknown:
        return unknown_code_page(request, unknown, READ.name)
    return _kept_page(request, document, READ.name, lambda drawn: story_head(drawn, READ))


@require_safe
@reader_page
def article(request: HttpRequest, gtin: str, lot: str = "") -> HttpResponse:
    """Return the newest story of an article or a lot, and a field for one's own code."""
    known = Article.objects.filter(gtin=gtin).first()
    jar = known and newest_jar(known, lot)
    if not jar:
        return redirect("landing")
    address = absolute(request.path)

    def head(drawn: StoryDocument) -> Head:
        return replace(story_head(drawn, READ), canonical=address, index=False)

    frame: dict[str, object] = {"lot": lot, "is_article": True}
    return _kept_page(request, story_document(jar.code), address, head, frame)


def _kept_page(
    request: HttpRequest,
    document: StoryDocument,
    name: str,
    head: Callable[[StoryDocument], Head],
    frame: dict[str, object] | None = None,
) -> HttpResponse:
    """Return a story as one page, drawn once under its name for all codes that tell it."""
    if settings.VITE_SERVER:
        return page(request, document.story, head(document), frame)
    drawn = document.for_any_code

    def make() -> tuple[str, float]:
        story = drawn.story
        html, is_whole = _html(request, story, head(drawn), frame)
        return html, FOR_EVER if is_whole else BRIEF_SECONDS

    try:
        text = cached_page(f"{document.version} {name}", len(document.code), make)
    except DrawingError:
        return _not_drawn(request, document.story)
    response = respond(request, Filled(text, document.code.encode()), HTML)
    return with_inline(request, response, style=vite.read_style(), script=START)


def page(
    request: HttpRequest, story: Story, head: Head, frame: dict[str, object] | None = None
) -> HttpResponse:
    """Return a story as one page that is not kept; the frame stands around it in a preview."""
    try:
        response = HttpResponse(_html(request, story, head, frame)[0])
    except DrawingError:
        return _not_drawn(request, story, frame)
    style = "" if settings.VITE_SERVER else vite.read_style()
    return with_inline(request, response, style=style, script=START)


def _html(
    request: HttpRequest, story: Story, head: Head, frame: dict[str, object] | None = None
) -> tuple[str, bool]:
    """Return the page, and whether all that belongs to it could be had."""
    context = (frame or {}) | {"head": head, "vite_server": settings.VITE_SERVER}
    around, is_whole = _around(story)
    drawn = {"story": story, "address": head.canonical, "surroundings": around}
    base = str(context.get("base", ""))
    if settings.VITE_SERVER:
        context["page_data"] = drawn | {"base": base}
    else:
        address = base + reverse("page", args=[story["code"], READ.name])
        context["style"] = vite.read_style()
        context["later"] = vite.stylesheet(vite.LATER)
        context["start"] = START
        context["fonts"] = vite.read_fonts()
        context["whole_story"] = engine.draw("wholeStory", address, drawn, base)
    return render_to_string("site/read.html", context, request), is_whole


def _around(story: Story) -> tuple[Surroundings | None, bool]:
    """Return what lies around the forest, and whether we could ask for it."""
    address = story["forest"]["surroundings"]
    if address is None:
        return None, True
    try:
        return find_surroundings(resolve(address).kwargs["name"]), True
    except NO_ANSWER:
        return None, False


def _not_drawn(
    request: HttpRequest, story: Story, frame: dict[str, object] | None = None
) -> HttpResponse:
    # The pages draw themselves in the browser when we cannot; this one has no script that could.
    context = (frame or {}) | {"code": story["code"]}
    response = render(request, "site/not_drawn.html", context, status=503)
    response["Retry-After"] = str(RETRY_SECONDS)
    return response
