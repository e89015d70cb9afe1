"""The resolver of GS1 Digital Links: GS1-Conformant resolver standard 1.2.0.

https://ref.gs1.org/standards/resolver/1.2.0/
"""

from typing import Any
from urllib.parse import quote, urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from upendo.gs1.find import Named, named_by
from upendo.gs1.links import DigitalLink, MalformedLinkError
from upendo.gs1.linkset import DEFAULT, VOCABULARY, kind_named, links_of_kind, linkset
from upendo.story.throttles import UnknownCodeThrottle
from upendo.story.ways import Way, by_way
from upendo.web.addresses import absolute
from upendo.web.pages.errors import page_not_found

LINKSET = "application/linkset+json"
# Programs that ask for data get data, and are no readers of a story.
DATA = (LINKSET, "application/json", "application/ld+json")
METHODS = "GET, HEAD, OPTIONS"
CONTEXT = "https://ref.gs1.org/standards/resolver/linkset-context"
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Accept-Language",
    "Access-Control-Expose-Headers": "Link, Location",
}


def resolve(request: HttpRequest) -> HttpResponse:
    """Answer /01/GTIN and what stands behind it, for anybody from any site."""
    response = _for_any_site(_answer(request))
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """Describe this resolver to programs that look for one."""
    answer = JsonResponse(
        {
            "resolverRoot": absolute("/").rstrip("/"),
            "name": "Upendo Honey",
            "supportedPrimaryKeys": ["01"],
            "supportedLinkType": [{"namespace": VOCABULARY, "prefix": "gs1:"}],
            "linkTypeDefaultCanBeLinkset": False,
        }
    )
    return _for_any_site(answer)


def _for_any_site(response: HttpResponse) -> HttpResponse:
    for name, value in CORS.items():
        response[name] = value
    return response


def _answer(request: HttpRequest) -> HttpResponse:
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers={"Allow": METHODS})
    if request.method not in {"GET", "HEAD"}:
        return HttpResponseNotAllowed(METHODS.split(", "))
    try:
        link = DigitalLink.parse(_path(request), request.META.get("QUERY_STRING", ""))
    except MalformedLinkError as error:
        return render(request, "gs1/malformed.html", {"error": error}, status=400)
    named = named_by(link)
    is_unknown = link.serial and (named is None or named.jar is None)
    # As on the pages of stories: nobody finds others' codes by trying.
    if is_unknown and not UnknownCodeThrottle().allow_request(request):
        return HttpResponse("Too many unknown codes. Wait a minute.", status=429)
    if named is None:
        return page_not_found(request, LookupError())
    return _known(request, named)


def _known(request: HttpRequest, named: Named) -> HttpResponse:
    wanted = kind_named(request.GET.get("linkType", ""))
    data = _data_wanted(request)
    if wanted == "linkset" or (data and not wanted):
        return _with_links(_data(linkset(named), data or LINKSET), named, is_linkset=True)
    found = links_of_kind(named, wanted or DEFAULT)
    if not found:
        return _with_links(page_not_found(request, LookupError()), named)
    if len(found) > 1:
        choices = {VOCABULARY + wanted: [link.as_json() for link in found]}
        body = {"linkset": [{"anchor": absolute(named.link.path)} | choices]}
        return _with_links(_data(body, LINKSET, status=300), named)
    query = request.META.get("QUERY_STRING", "")
    target = found[0].href
    if query:
        target += ("&" if "?" in target else "?") + query
    if named.jar:
        target = by_way(Way.GS1, target)
    return _with_links(HttpResponse(status=307, headers={"Location": target}), named)


def _path(request: HttpRequest) -> str:
    """Return the path as it was sent: a slash inside of a lot is %2F there, and only there."""
    raw = str(request.META.get("RAW_URI", ""))
    return urlsplit(raw).path if raw else quote(request.path)


def _data_wanted(request: HttpRequest) -> str:
    """Return the kind of data that a request would rather have than a page, or nothing."""
    if request.accepts("text/html"):
        # Browsers take anything at the end of their list; only who names data first wants it.
        first = request.headers.get("Accept", "").split(",")[0].split(";")[0].strip()
        return first if first in DATA else ""
    return next((kind for kind in DATA if request.accepts(kind)), "")


def _data(body: dict[str, Any], kind: str, status: int = 200) -> HttpResponse:
    return JsonResponse(body, content_type=kind, status=status)


def _with_links(response: HttpResponse, named: Named, *, is_linkset: bool = False) -> HttpResponse:
    address = absolute(named.link.path)
    links = [f'<{address}?linkType=linkset>; rel="linkset"; type="{LINKSET}"']
    if is_linkset:
        context = "http://www.w3.org/ns/json-ld#context"
        links.append(f'<{CONTEXT}>; rel="{context}"; type="application/ld+json"')
    response["Link"] = ", ".join(links)
    response["Vary"] = "Accept"
    return response
