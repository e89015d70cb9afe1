"""Spans of days that figures are asked for, and the same number of days before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import batched
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.insights.counting.fold import months_ago
from upendo.insights.models import DAYS_KEPT_MONTHS

DAY = timedelta(days=1)
# A year of 52 whole weeks, so that Sundays are compared with Sundays.
PRESETS = {7: _("7 days"), 30: _("30 days"), 90: _("90 days"), 364: _("A year")}
DEFAULT = 30
EARLIEST = date(2020, 1, 1)  # nothing was counted before
MOST_SINGLE_DAYS = 92  # a column each; a phone shows no more
MOST_WEEKS_DAYS = 400


@dataclass(frozen=True)
class Span:
    """Some days, the first and the last among them."""

    first: date
    last: date

    @classmethod
    def ending_today(cls, days: int) -> "Span":
        """Return the last so many days; today is the last of them, as far as it has gone."""
        today = timezone.localdate()
        return cls(today - (days - 1) * DAY, today)

    @property
    def days(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Span":
        """As many days, right before."""
        return Span(self.first - self.days * DAY, self.first - DAY)

    @property
    def has_today(self) -> bool:
        """Whether its last day is still running."""
        return self.last >= timezone.localdate()

    @property
    def months(self) -> list[date]:
        """The first day of each month that has days in it."""
        found, month = [], self.first.replace(day=1)
        while month <= self.last:
            found.append(month)
            month = (month + 31 * DAY).replace(day=1)
        return found

    @property
    def columns(self) -> list["Span"]:
        """Its days; in a longer span its weeks, the last of them whole; in a very long one months.

        What is older than days are kept is one number a month, so then these are months too.
        """
        if self.unit == "month":
            ends = [*(month - DAY for month in self.months[1:]), self.last]
            starts = [self.first, *self.months[1:]]
            return [Span(*ends_) for ends_ in zip(starts, ends, strict=True)]
        width = 1 if self.unit == "day" else 7
        backwards = [self.last - n * DAY for n in range(self.days)]
        weeks = [Span(days[-1], days[0]) for days in batched(backwards, width, strict=False)]
        return weeks[::-1]

    @property
    def words(self) -> str:
        """Its days in words, for people."""
        if self.first == self.last:
            return date_format(self.first, "l, j F Y")
        if self.first.year == self.last.year:
            return gettext("%(first)s to %(last)s") % {
                "first": date_format(self.first, "j F"),
                "last": date_format(self.last, "j F Y"),
            }
        return gettext("%(first)s to %(last)s") % {
            "first": date_format(self.first, "j F Y"),
            "last": date_format(self.last, "j F Y"),
        }

    def __iter__(self) -> Iterator[date]:
        return (self.first + n * DAY for n in range(self.days))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def unit(self) -> str:
        """What one column of a chart is: a day, a week or a month."""
        if self.days > MOST_WEEKS_DAYS or self.first < days_kept_since():
            return "month"
        return "day" if self.days <= MOST_SINGLE_DAYS else "week"

    @property
    def unit_in_words(self) -> str:
        """The same in the language of the page."""
        words = {"day": gettext("day"), "week": gettext("week"), "month": gettext("month")}
        return words[self.unit]

    def widened(self) -> "Span":
        """Return the whole months of a span whose days are not kept any more, else itself."""
        since = days_kept_since()
        if self.first >= since:
            return self
        first, last = self.first.replace(day=1), self.last
        if last < since:
            last = (last.replace(day=1) + 31 * DAY).replace(day=1) - DAY
        return Span(first, last)


def days_kept_since() -> date:
    """Return the first day of the oldest month whose days are still apart."""
    return months_ago(DAYS_KEPT_MONTHS)


class SpanForm(forms.Form):
    """Asks for the first and the last day."""

    first = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))
    last = forms.DateField(label=_("To"), widget=forms.DateInput(attrs={"type": "date"}))

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError for days in the wrong order, or long ago, or to come."""
        super().clean()
        first, last = (self.cleaned_data.get(name) for name in ("first", "last"))
        if first and last:
            if first > last:
                raise forms.ValidationError(
                    gettext("The first day comes after the last. Exchange them.")
                )
            if first < EARLIEST or last > timezone.localdate():
                raise forms.ValidationError(
                    gettext("Ask for days from %(year)s until today.") % {"year": EARLIEST.year}
                )
        return self.cleaned_data


def asked_span(query: Mapping[str, Any]) -> tuple[Span, SpanForm]:
    """Return the span that an address asks for, and the form to ask for another.

    What cannot be understood is the last 30 days; the form then says what was wrong.
    """
    if query.get("first") or query.get("last"):
        form = SpanForm(query)
        if form.is_valid():
            return Span(form.cleaned_data["first"], form.cleaned_data["last"]).widened(), form
        return Span.ending_today(DEFAULT), form
    wanted = str(query.get("days", ""))
    span = Span.ending_today(next((days for days in PRESETS if str(days) == wanted), DEFAULT))
    return span, SpanForm(initial={"first": span.first, "last": span.last})
