"""The whole story on one page: for print, crawlers, reader modes, browsers without JavaScript."""

import calendar
from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from upendo.site.head import Head, story_head
from upendo.site.page_cache import HTML, cached_page
from upendo.site.read.still_map import still_map
from upendo.site.views import reader_page, unknown_code_page
from upendo.story import pages
from upendo.story.document import UnknownCodeError, story_document
from upendo.story.schema import Season, Story, StoryBatch, StoryCertificate, StoryClaim
from upendo.web import vite
from upendo.web.inline import with_inline
from upendo.web.prepared import respond

# What it shares with the documents of other apps, and its own.
STYLESHEETS = [
    settings.BASE_DIR / "upendo/web/static/web/document.css",
    Path(__file__).parent / "read.css",
]
# Council Directive 2001/110/EC, Annex II: moisture; HMF of honey from tropical regions.
MOST_MOISTURE_PERCENT = 20
MOST_HMF_MG_PER_KG = 80
# USDA's names for honey's colour, by the upper end of each class on the Pfund scale, in mm.
PFUND_NAMES = (
    (8, "water white"),
    (17, "extra white"),
    (34, "white"),
    (50, "extra light amber"),
    (85, "light amber"),
    (114, "amber"),
)
DARKEST = "dark amber"


@require_safe
@reader_page
def read(request: HttpRequest, code: str) -> HttpResponse:
    """Return a jar's whole story as one document."""
    try:
        document = story_document(code)
    except UnknownCodeError as unknown:
        return unknown_code_page(request, unknown)
    head = story_head(document, pages.READ)
    if settings.VITE_SERVER:
        return page(request, document.story, head)
    key = f"{document.etag} {pages.READ.name}"
    known = cached_page(key, lambda: _html(request, document.story, head))
    return with_inline(request, respond(request, known, HTML), style=_style())


def page(
    request: HttpRequest, story: Story, head: Head, frame: dict[str, object] | None = None
) -> HttpResponse:
    """Return a story as one page that is not kept; the frame stands around it in a preview."""
    return with_inline(request, HttpResponse(_html(request, story, head, frame)), style=_style())


def _html(
    request: HttpRequest, story: Story, head: Head, frame: dict[str, object] | None = None
) -> str:
    context = (frame or {}) | {
        "story": story,
        "head": head,
        "vite_server": settings.VITE_SERVER,
        "assets": None if settings.VITE_SERVER else vite.assets(pages.READ.name),
        "style": _style(),
        "harvested": [
            _date(story["batch"]["harvested_from"]),
            _date(story["batch"]["harvested_to"]),
        ],
        "bottled": _date(story["batch"]["bottled_on"]),
        "measured": _measured(story["batch"]),
        "warned": any("12 months" in fact["text"] for fact in story["honey"]["facts"]),
        "map": still_map(story["forest"]),
        "seasons": [_months(season) for season in story["forest"]["seasons"]],
        "footprint": _footprint(story),
        "claims": {part: _claims(story, subjects) for part, subjects in CLAIMED.items()},
        "certificates": [_dated(certificate) for certificate in story["certificates"]],
        "species_sources": sorted({s["source"] for s in story["forest"]["species"]} - {""}),
    }
    return render_to_string("site/read.html", context, request)


@cache
def _style() -> SafeString:
    """Return the page's style, to stand in it: nothing then waits for a stylesheet."""
    shared = "" if settings.VITE_SERVER else vite.shared_style()
    # A style element ends only at its end tag, which no stylesheet of ours has in it.
    own = "".join(sheet.read_text() for sheet in STYLESHEETS)
    return mark_safe(shared + own)  # noqa: S308 - our own files


# In which part of the page a claim stands, by what it is about.
CLAIMED = {"honey": {"honey", "batch"}, "forest": {"forest"}, "footprint": {"footprint"}}


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _claims(story: Story, subjects: set[str]) -> list[dict[str, object]]:
    return [_dated(claim) for claim in story["claims"] if subjects.intersection(claim["about"])]


def _dated(claim: StoryClaim | StoryCertificate) -> dict[str, object]:
    return claim | {"valid_until": _date(claim["valid_until"])}


def _measured(batch: StoryBatch) -> list[dict[str, object]]:
    """Return what the laboratory measured beside what the law allows."""
    pfund = batch["colour_mm_pfund"]
    colour = next((name for most, name in PFUND_NAMES if (pfund or 0) <= most), DARKEST)
    rows = [
        ("Water", batch["moisture_percent"], "%", f"at most {MOST_MOISTURE_PERCENT} %"),
        (
            "HMF, which rises with heat and age",
            batch["hmf_mg_per_kg"],
            "mg/kg",
            f"at most {MOST_HMF_MG_PER_KG} mg/kg for honey from the tropics",
        ),
        ("Colour", pfund, "mm Pfund", f"no limit; this is called {colour}"),
    ]
    return [
        {"name": name, "value": value, "unit": unit, "limit": limit}
        for name, value, unit, limit in rows
        if value is not None
    ]


def _months(season: Season) -> dict[str, object]:
    first, last = season["first_month"], season["last_month"]
    names = [calendar.month_name[month] for month in (first, last)]
    length = (last - first) % 12 + 1
    inside = {(first + step - 1) % 12 + 1 for step in range(length)}
    return season | {
        "months": " to ".join(dict.fromkeys(names)),
        "year": [month in inside for month in range(1, 13)],
    }


def _footprint(story: Story) -> dict[str, object] | None:
    """Return the footprint with the bars' lengths in percent and the difference in words."""
    footprint = story["footprint"]
    if not footprint:
        return None
    this, other = footprint["total_grams_per_kg"], footprint["comparison_total_grams_per_kg"]
    rows = [
        (s["label"], s["grams_per_kg"], s["comparison_grams_per_kg"]) for s in footprint["stages"]
    ]
    longest = max((grams or 0 for _, *pair in rows for grams in pair), default=0) or 1
    stages = [
        {
            "label": label,
            "cells": [
                {"grams": grams, "percent": round(100 * (grams or 0) / longest, 1)}
                for grams in pair
            ],
        }
        for label, *pair in rows
    ]
    return footprint | {
        "stages": stages,
        "per_jar": round(this * story["jar_grams"] / 1000),
        "difference": _difference(this, other),
    }


def _difference(this: int, other: int) -> str:
    if not other:
        return ""
    percent = round(100 * (this - other) / other)
    # Studies are not exact to a percent: large differences are said in tens.
    percent = round(percent, -1) if abs(percent) >= 15 else percent
    if not percent:
        return "about as much as"
    return f"about {abs(percent)} % {'more' if percent > 0 else 'less'} than"
