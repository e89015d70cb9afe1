"""What somebody asks the figures for: reads it out of an address, and answers with a page's words.

The desk's page and a shop's private page ask in the same way; a shop's hold it to its own jars.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, StreamingHttpResponse
from django.utils.translation import gettext

from upendo.desk.tables.downloads import KINDS, download
from upendo.insights.figures.report import Report
from upendo.insights.figures.span import PRESETS, Span, SpanForm, asked_span
from upendo.insights.figures.subject import Subject, asked_subject, find
from upendo.insights.figures.tables import TABLES
from upendo.insights.models import CODES_KEPT_MONTHS


@dataclass(frozen=True)
class Asked:
    """A subject and a span, the form for another span, and what a search for a name found."""

    subject: Subject
    span: Span
    form: SpanForm
    text: str
    found: list[Subject]

    @property
    def span_fields(self) -> dict[str, Any]:
        """How the page's own forms and links name the span."""
        if self.form.is_bound and self.form.is_valid():
            return {"first": self.span.first, "last": self.span.last}
        return {"days": self.span.days}

    @property
    def span_query(self) -> str:
        """The same in an address."""
        return urlencode(self.span_fields)

    @property
    def subject_query(self) -> str:
        """How it goes on to name the subject; nothing for all jars."""
        return f"&{urlencode({'of': self.subject.key})}" if self.subject.key else ""

    @property
    def preset(self) -> int | None:
        """The days of the span, if it is one of those that are offered."""
        return None if self.form.is_bound else self.span.days

    def context(self) -> dict[str, Any]:
        """Return what the page's template shows."""
        report = Report(self.subject, self.span)
        codes = gettext(
            "A row for each code, with its visits of %(codes_kept_months)s months at most"
        ) % {"codes_kept_months": CODES_KEPT_MONTHS}
        tables = {"days": gettext("A row for each day"), "codes": codes}
        return {
            "asked": self,
            "report": report,
            "presets": PRESETS.items(),
            "tables": tables.items(),
        }


def asked(query: Mapping[str, Any], shop: int | None = None) -> Asked:
    """Return what an address asks for, of one shop's jars alone where a shop is named.

    Raises Http404 for a subject that there is not, or not for this shop.
    """
    text = str(query.get("find", ""))[:100]
    found = find(text, shop)
    subject = found[0] if len(found) == 1 else asked_subject(str(query.get("of", "")), shop)
    if subject is None:
        raise Http404
    span, form = asked_span(query)
    return Asked(subject, span, form, text, found if len(found) != 1 else [])


def asked_table(query: Mapping[str, Any], shop: int | None = None) -> StreamingHttpResponse:
    """Return the table that an address asks for as a download.

    Raises Http404 for tables, kinds of files and subjects that there are not.
    """
    name, kind = query.get("table", "days"), query.get("format", "csv")
    if name not in TABLES or kind not in KINDS:
        raise Http404
    asks = asked(query, shop)
    title = gettext("visits %(title)s %(first)s to %(last)s %(name)s") % {
        "title": asks.subject.title,
        "first": asks.span.first,
        "last": asks.span.last,
        "name": name,
    }
    return download(*TABLES[name](asks.subject, asks.span), title, str(kind))
