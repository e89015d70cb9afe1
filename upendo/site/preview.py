"""The real pages of a story with drafts in it, behind a private link. Nothing of it is kept."""

from django.core.signing import BadSignature
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from upendo.catalogue.models import Jar, Market
from upendo.catalogue.previews import Preview
from upendo.site import views
from upendo.site.head import Head
from upendo.site.page_data import PageData, data_of
from upendo.site.read import reader
from upendo.story import pages
from upendo.story.built_in_pages import READ
from upendo.story.previews import previewed_story


@require_safe
def preview(request: HttpRequest, token: str, code: str, page: str = "menu") -> HttpResponse:
    """Return one page of the story as it would be."""
    try:
        link = Preview.from_token(token)
        story = previewed_story(link)
    except (BadSignature, Jar.DoesNotExist, IntegrityError):  # or its draft cannot be any more
        return render(request, "site/preview_gone.html", status=404)
    shown = pages.page_in(story, page)
    if code != link.code or shown is None:
        raise Http404
    head = Head(
        title=f"Preview: {shown.title_for(pages.words(story))}",
        description="Not published.",
        index=False,
    )
    frame: dict[str, object] = {"preview": link, "base": link.base, "markets": _markets(link, page)}
    if page == READ.name:
        return reader.page(request, story, head, frame)
    data: PageData = {**data_of(story), "base": link.base}
    return views.page(request, page, data, head, frame)


@require_safe
def preview_start(request: HttpRequest, token: str) -> HttpResponse:
    """Go to the story's menu: what the logo on every page leads to."""
    try:
        return redirect(Preview.from_token(token).address())
    except BadSignature:
        return render(request, "site/preview_gone.html", status=404)


def _markets(link: Preview, page: str) -> list[tuple[str, str, bool]]:
    """Return the name, the address and whether it is shown, of the page in each market."""
    choices = [(None, "where it is sold"), *((market, str(market.label)) for market in Market)]
    return [
        (label, link.as_in(market).address(page), market == link.market)
        for market, label in choices
    ]
