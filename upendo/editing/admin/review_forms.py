"""What is typed where drafts are looked at: a time for publishing, a note to a colleague."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget

from upendo.desk.widgets import date_input, time_input
from upendo.editing.local_time import moment, zone_in_words, zones
from upendo.editing.models import Draft, DraftNote, PlannedPublication
from upendo.editing.people import may_see, name_of

AHEAD = timedelta(days=366)


class PlanForm(forms.Form):
    """A day and a time by the person's own clock; a script chooses the browser's time zone."""

    day = forms.DateField(widget=date_input())
    time = forms.TimeField(widget=time_input())
    zone = forms.ChoiceField(
        label=_("Time zone"),
        widget=UnfoldAdminSelectWidget,
        help_text=_("Whose clock shows that time."),
        error_messages={"required": _("Choose a time zone: whose clock shows that time?")},
    )

    def __init__(self, plan: PlannedPublication | None, data: Any = None) -> None:
        """Begin with a plan that there is."""
        initial = {}
        if plan:
            there = plan.at.astimezone(ZoneInfo(plan.zone))
            initial = {"day": there.date(), "time": there.time(), "zone": plan.zone}
        super().__init__(data, initial=initial)
        named = [(zone, zone_in_words(zone)) for zone in zones()]
        self.fields["zone"].choices = [("", gettext("Choose a time zone")), *named]  # type: ignore[attr-defined]  # of this kind of field

    def clean(self) -> dict[str, Any]:
        """Work out the moment. Raises ValidationError for one that has passed or never comes."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return data
        now = timezone.now()
        if not now.date() - AHEAD < data["day"] < now.date() + AHEAD:
            self.add_error("day", gettext("Choose a day from today to one in a year."))
            return data
        try:
            data["at"] = moment(data["day"], data["time"], data["zone"])
        except ValueError as error:
            self.add_error("time", str(error))
            return data
        if data["at"] <= now:
            self.add_error(
                "time",
                gettext("That time has passed in %(zone)s.")
                % {"zone": zone_in_words(data["zone"])},
            )
        return data


class NoteForm(forms.Form):
    """A note on a draft, to one of the colleagues who may look at it."""

    to = forms.ModelChoiceField(
        label=_("To"), queryset=User.objects.none(), widget=UnfoldAdminSelectWidget
    )
    text = forms.CharField(
        label=_("Your note"),
        max_length=DraftNote._meta.get_field("text").max_length,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}),
        help_text=_("It goes by email too, so write nothing about a reader."),
    )

    def __init__(self, draft: Draft, author: User, data: Any = None) -> None:
        super().__init__(data, prefix=f"note-{draft.pk}")
        colleagues = may_see(draft).exclude(pk=author.pk).exclude(email="")
        self.draft, self.author = draft, author
        self.fields["to"].queryset = colleagues  # type: ignore[attr-defined]  # of this kind of field
        self.fields["to"].label_from_instance = name_of  # type: ignore[attr-defined]  # as above

    def save(self) -> DraftNote:
        """Keep the note, whose email is owed from now on. Sent twice, it is kept once."""
        note: DraftNote = DraftNote.objects.get_or_create(
            draft=self.draft, author=self.author, **self.cleaned_data
        )[0]
        return note
