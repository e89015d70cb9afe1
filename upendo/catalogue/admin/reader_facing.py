"""Shows in forms what the text checks object to, below the text concerned."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from upendo.catalogue.models import ReaderFacing
from upendo.catalogue.text_checks import Finding

NOTE_CLASSES = (
    "mt-2 max-w-2xl px-3 py-2 rounded-default text-sm bg-orange-100 text-orange-700 "
    "dark:bg-orange-500/20 dark:text-orange-400"
)


class NotedField(forms.BoundField):
    """A text's field with notes below what is typed, in every layout of a form."""

    form: "ReaderFacingForm"

    def as_widget(self, *args: Any, **kwargs: Any) -> SafeString:
        notes = format_html_join("", "{}", self.form.notes.get(self.name, []))
        return format_html("{}{}", super().as_widget(*args, **kwargs), notes)


class ReaderFacingForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """A form of a record that readers see; `full_clean` refuses what is blocked by itself."""

    bound_field_class = NotedField

    @cached_property
    def notes(self) -> dict[str, list[tuple[SafeString]]]:
        """What the checks object to in the record as the form shows it, by the field's name."""
        notes: dict[str, list[tuple[SafeString]]] = {}
        told: set[str] = set()
        for name, finding in findings_of(self.instance):
            # The first that blocks stands as an error beside the field already.
            is_error = self.is_bound and finding.blocks and name in self.errors and name not in told
            if is_error:
                told.add(name)
            notes.setdefault(name, []).append(
                (_note(finding, "" if is_error else finding.message),)
            )
        return notes


def _note(finding: Finding, words: str) -> SafeString:
    allow = finding.address and format_html(
        gettext(
            ' <a href="{}" target="_blank" class="font-medium underline">Allow this sentence and '
            "say why</a>"
        ),
        finding.address,
    )
    return format_html('<p class="{}">{}{}</p>', NOTE_CLASSES, words, allow)


class ReaderFacingAdmin:
    """Shows a warning after saving when the checks advise against a text that was saved."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)  # type: ignore[misc]  # of ModelAdmin
        records = [form.instance, *(row.instance for formset in formsets for row in formset)]
        advice = [finding.message for record in records for _, finding in findings_of(record)]
        if advice:
            lines = format_html_join("", "<br>{}", ((line,) for line in advice))
            messages.warning(
                request, format_html(gettext("Saved, but look at the wording.{}"), lines)
            )


def findings_of(record: Any) -> Iterator[tuple[str, Finding]]:
    """Yield each field's name and finding; nothing for a record that readers do not see."""
    if isinstance(record, ReaderFacing):
        yield from record.findings()
