"""What a beacon's request tells: whether it is a reader's to be counted, and of what sort.

All of it stands in headers that every browser sends with every request. The script reads nothing
off the device, and of a header no more is kept than its part in the day's number.
"""

import re

from crawleruseragents import is_crawler
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.http import HttpRequest

from upendo.insights.models import Device, Kind
from upendo.web.throttling.in_memory import MemoryLimit
from upendo.web.throttling.networks import client_network

# More than a busy tasting sends through one line, and few enough to forge no figure with: a visit
# sends about two beacons. Each worker counts by itself.
PER_NETWORK = MemoryLimit(most=60, seconds=60)
LANGUAGES = {code.partition("-")[0] for code in LANG_INFO}
OTHER = "other"
_FIRST_LANGUAGE = re.compile(r"\s*([a-z]{2,3})\b", re.IGNORECASE)
# XX is what Cloudflare writes for an address whose country it does not know.
_COUNTRY = re.compile(r"(?!XX)[A-Z]{2}")


def is_counted(request: HttpRequest) -> bool:
    """Whether this is a reader who has not said no, and not one of too many from a network."""
    asks = request.headers.get
    return not (
        asks("Sec-GPC") == "1"
        or asks("DNT") == "1"
        or "Sec-Purpose" in request.headers  # fetched beforehand, perhaps for nobody
        or asks("Sec-Fetch-Site", "same-origin") != "same-origin"
        or settings.SESSION_COOKIE_NAME in request.COOKIES  # the team's; readers have none
        or _is_program(asks("User-Agent", ""))
        or PER_NETWORK.take(client_network(request))
    )


def traits(request: HttpRequest) -> dict[Kind, str]:
    """Return language, sort of device and country; an empty one is not told."""
    return {
        Kind.LANGUAGE: _language(request.headers.get("Accept-Language", "")),
        Kind.DEVICE: _device(request.headers.get("User-Agent", "")),
        Kind.COUNTRY: _country(request),
    }


def _is_program(agent: str) -> bool:
    return not agent or is_crawler(agent)


def _language(header: str) -> str:
    """Return what the browser asks for first, without the region."""
    if not (first := _FIRST_LANGUAGE.match(header)):
        return ""
    language = first[1].lower()
    return language if language in LANGUAGES else OTHER


def _device(agent: str) -> Device:
    """Return the sort of device. "Mobi" is what phones say, and old iPads.

    https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/Browser_detection_using_the_user_agent
    """
    return Device.PHONE if "Mobi" in agent and "iPad" not in agent else Device.LARGER


def _country(request: HttpRequest) -> str:
    """Return the country that the operator's proxy names, if it does."""
    named = request.headers.get(settings.COUNTRY_HEADER, "") if settings.COUNTRY_HEADER else ""
    return named if _COUNTRY.fullmatch(named) else ""
