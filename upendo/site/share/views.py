"""The share picture of each page of each story."""

import hashlib
import logging

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from upendo.site.share import drawing
from upendo.site.share.chart import bars
from upendo.site.share.drawing import Words
from upendo.site.share.lettering import is_drawable
from upendo.story import pages
from upendo.story.built_in_pages import READ, Page
from upendo.story.document import StoryDocument, UnknownCodeError, story_document
from upendo.story.schema import Picture, Story
from upendo.web.answers.kept import Kept

FOR_A_DAY = "max-age=86400, public"
MOST = 8 * 2**20  # bytes of pictures, of 60 kB each
# Raise it when the drawing changes, so that no browser keeps an old one.
DRAWING = 3
LANDING = Words("Trace your honey", "Meet the beekeeper, the honey and the forest of your jar")
# For a name in a script that none of our typefaces has.
WORDLESS = {
    "beekeeper": "your beekeeper",
    "honey": "your honey",
    "forest": "the forest",
    "person": "a beekeeper",
    "title": "a page of this story",
    "description": "",
}

_kept: Kept[str, bytes] = Kept("share pictures", MOST)
logger = logging.getLogger(__name__)


def _document(code: str) -> StoryDocument:
    try:
        return story_document(code)
    except UnknownCodeError as unknown:
        raise Http404 from unknown


def _version(request: HttpRequest, code: str, page: str) -> str:
    document = _document(code)
    if page not in document.pages and page != READ.name:
        raise Http404
    seen = f"{DRAWING} {page} {document.version}"
    return f'"{hashlib.sha256(seen.encode()).hexdigest()[:20]}"'


@require_safe
def share_picture(request: HttpRequest, code: str, page: str) -> HttpResponse:
    """Return the 1200 x 630 JPEG of a page; it is drawn once for each version of the story.

    While the pictures' store fails it is drawn without its picture, and kept by nobody.
    """
    response = _share_picture(request, code, page)
    response.headers.setdefault("Cache-Control", FOR_A_DAY)
    return response


@condition(etag_func=_version)
def _share_picture(request: HttpRequest, code: str, page: str) -> HttpResponse:
    key = _version(request, code, page)
    picture = _kept.get(key)
    headers = {}
    if picture is None:
        story = _document(code).story
        shown = pages.page_in(story, page)
        if shown is None:  # it went in this moment
            raise Http404
        try:
            picture = _draw(shown, story, _content(shown.picture_in(story)))
            _kept.put(key, picture, len(picture))
        except OSError:
            logger.warning("The pictures' store does not answer.", exc_info=True)
            picture = _draw(shown, story, None)
            headers = {"Cache-Control": "no-store"}
    return HttpResponse(picture, content_type="image/jpeg", headers=headers)


@require_safe
@cache_control(max_age=86400, public=True)
def landing_picture(request: HttpRequest) -> HttpResponse:
    """Return the 1200 x 630 JPEG of the page where a code is typed; it is drawn once."""
    picture = _kept.get("landing")
    if picture is None:
        picture = drawing.draw(LANDING, None)
        _kept.put("landing", picture, len(picture))
    return HttpResponse(picture, content_type="image/jpeg")


def _draw(page: Page, story: Story, content: bytes | None) -> bytes:
    words = {
        name: word if is_drawable(word) else WORDLESS[name]
        for name, word in {**pages.words(story), **page.own_words}.items()
    }
    title = page.title.format(**words)
    line = "{honey} from {forest}".format(**words)
    picture = page.picture_in(story)
    focus = (picture["focus_x"] / 100, picture["focus_y"] / 100) if picture else (0.5, 0.5)
    return drawing.draw(
        Words(title[:1].upper() + title[1:], line[:1].upper() + line[1:]),
        content,
        focus,
        bars(story["footprint"]) if page.about_footprint else (),
    )


def _content(picture: Picture | None) -> bytes | None:
    if picture is None:
        return None
    try:
        with default_storage.open(picture["src"].removeprefix(settings.MEDIA_URL)) as file:
            content: bytes = file.read()
    except FileNotFoundError:
        return None
    return content
