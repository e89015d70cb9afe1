"""One form for everything that a beekeeper agrees to show, on a page of its own."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget, UnfoldAdminTextInputWidget

from upendo.catalogue.admin.consents import withdrawal
from upendo.catalogue.models import Beekeeper, Consent
from upendo.desk.widgets import date_input


class ConsentsForm(forms.Form):
    """What may be shown from now on: what is ticked anew is given, what is not, taken back."""

    shown = forms.MultipleChoiceField(
        label=_("Agrees to show"),
        choices=Consent.Subject,
        required=False,
        widget=UnfoldAdminCheckboxSelectMultipleWidget,
        help_text=_("It takes effect at once. Take a tick away to take that consent back."),
    )
    given_on = forms.DateField(
        label=_("Given on"),
        initial=timezone.localdate,
        widget=date_input(),
    )
    record = forms.CharField(
        label=_("How, and where the proof is kept"),
        required=False,
        max_length=250,
        widget=UnfoldAdminTextInputWidget,
        help_text=_("A signed form in the office, a recording. Needed for what is ticked anew."),
    )

    def __init__(self, beekeeper: Beekeeper, *args: Any, **kwargs: Any) -> None:
        self.beekeeper = beekeeper
        self.in_force = {
            consent.subject: consent for consent in beekeeper.consents.filter(withdrawn_on=None)
        }
        super().__init__(*args, **kwargs)
        self.initial["shown"] = list(self.in_force)

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError for a consent without proof, or one of days to come."""
        data: dict[str, Any] = super().clean() or {}
        if self._given(data.get("shown", [])) and not data.get("record"):
            self.add_error("record", gettext("Say how it was given, and where the proof is kept."))
        if (day := data.get("given_on")) and day > timezone.localdate():
            self.add_error("given_on", gettext("This day is still to come."))
        return data

    def save(self) -> UUID | None:
        """Write down what is new, take back what lost its tick; return the withdrawal's key."""
        shown = self.cleaned_data["shown"]
        proof = {name: self.cleaned_data[name] for name in ("given_on", "record")}
        gone = [consent for subject, consent in self.in_force.items() if subject not in shown]
        with transaction.atomic():
            Beekeeper.objects.select_for_update().get(pk=self.beekeeper.pk)
            for subject in self._given(shown):
                # Sent twice, it is given once.
                Consent.objects.get_or_create(
                    beekeeper=self.beekeeper, subject=subject, withdrawn_on=None, defaults=proof
                )
            return withdrawal.withdraw(gone) if gone else None

    def _given(self, shown: Iterable[str]) -> list[str]:
        return [subject for subject in shown if subject not in self.in_force]
