"""The application's addresses, and a page that can hardly be made faster: the limit."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.html import format_html, format_html_join
from django.views.decorators.gzip import gzip_page

from upendo.catalogue.story import story_document
from upendo.urls import urlpatterns as application

SIZES = "(min-width: 75rem) 27rem, (min-width: 44rem) 40vw, 100vw"


@gzip_page
def limit(request: HttpRequest) -> HttpResponse:
    """Return one file without style, script or font, with the menu's picture and words."""
    story = story_document("PUREJOY").story
    picture = story["honey"]["jar_photo"]
    sources = format_html_join(
        "",
        '<source type="{}" srcset="{}" sizes="{}">',
        ((source["type"], source["srcset"], SIZES) for source in picture["sources"]),
    )
    html = format_html(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>{name}</title>'
        '<meta name="viewport" content="width=device-width">'
        '<meta name="description" content="The limit.">'
        '<main><picture>{sources}<img src="{src}" alt="{alt}" width="360" height="360" '
        'fetchpriority="high"></picture><h1>{name}</h1><p>{note}</p></main></html>',
        name=story["honey"]["name"],
        note=story["honey"]["tasting_note"],
        sources=sources,
        src=picture["src"],
        alt=picture["alt"],
    )
    return HttpResponse(html)


urlpatterns = [path("limit", limit), *application]
