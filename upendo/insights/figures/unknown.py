"""Codes that readers asked for in vain, with the printed codes that they most likely meant."""

from dataclasses import dataclass

from django.utils.translation import gettext

from upendo.catalogue import codes
from upendo.catalogue.models import Jar
from upendo.insights.figures.span import Span
from upendo.insights.figures.subject import Subject
from upendo.insights.models import UnknownCode

LOOKED_AT = 30  # codes, those that were asked for most; each has some hundred neighbours
SHOWN = 10


@dataclass(frozen=True)
class Unknown:
    """A code that no jar has, and up to three printed ones that are a slip away from it."""

    code: UnknownCode
    near: list[Jar]

    @property
    def origin(self) -> str:
        """Where it most likely comes from, in words."""
        if not self.near:
            return gettext(
                "No printed code looks like it: typed at random, or from somebody else's jar"
            )
        jar = self.near[0]
        run = (gettext(", lot %(batch)s") % {"batch": jar.batch}) + (
            gettext(", for %(retailer)s") % {"retailer": jar.retailer} if jar.retailer else ""
        )
        also = "".join((gettext(", or %(other)s") % {"other": other}) for other in self.near[1:])
        return gettext("One slip from %(jar)s%(also)s%(run)s") % {
            "jar": jar,
            "also": also,
            "run": run,
        }


def unknown_codes(subject: Subject, span: Span) -> list[Unknown]:
    """Return the codes asked for in vain in a span; of a subject, those that look like its own."""
    asked = list(
        UnknownCode.objects.filter(last_asked_at__date__range=(span.first, span.last))[:LOOKED_AT]
    )
    slips = {row.code: codes.neighbours(row.code) for row in asked}
    wanted = set().union(*slips.values())
    printed = {
        jar.code: jar
        for jar in subject.jars.filter(code__in=wanted).select_related("batch", "retailer")
    }
    found = [
        Unknown(row, [printed[code] for code in sorted(slips[row.code] & printed.keys())[:3]])
        for row in asked
    ]
    return [item for item in found if item.near or subject.is_everything][:SHOWN]
