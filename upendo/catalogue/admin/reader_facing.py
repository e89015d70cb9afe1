"""Shows in forms what the text checks object to, below the text concerned."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from upendo.catalogue.models import ReaderFacing
from upendo.catalogue.text_checks import Finding

NOTE_CLASSES = (
    "mt-2 max-w-2xl px-3 py-2 rounded-default text-sm bg-orange-100 text-orange-700 "
    "dark:bg-orange-500/20 dark:text-orange-400"
)


class NotedWidget(forms.Widget):
    """A text's widget with notes below it. Every layout of a form shows them, tables too."""

    def __init__(self, widget: forms.Widget, notes: SafeString) -> None:
        super().__init__(widget.attrs)
        self.widget = widget
        self.notes = notes

    def render(self, *args: Any, **kwargs: Any) -> SafeString:
        return format_html("{}{}", self.widget.render(*args, **kwargs), self.notes)


class ReaderFacingForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """A form that shows what the checks object to. The model itself refuses blocked texts."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            self._note_findings()

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]  # Django's stubs leave it out
        self._note_findings()

    def _note_findings(self) -> None:
        notes: dict[str, list[tuple[SafeString]]] = {}
        told: set[str] = set()
        for name, finding in findings_of(self.instance):
            # The form shows the first blocking finding of a field as that field's error already.
            is_error = self.is_bound and finding.blocks and name in self.errors and name not in told
            if is_error:
                told.add(name)
            notes.setdefault(name, []).append(
                (_note(finding, "" if is_error else finding.message),)
            )
        for name in notes.keys() & self.fields.keys():
            field = self.fields[name]
            field.widget = NotedWidget(field.widget, format_html_join("", "{}", notes[name]))


def _note(finding: Finding, words: str) -> SafeString:
    allow = finding.address and format_html(
        ' <a href="{}" target="_blank" class="font-medium underline">Allow this sentence and '
        "say why</a>",
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
            messages.warning(request, format_html("Saved, but look at the wording.{}", lines))


def findings_of(record: Any) -> Iterator[tuple[str, Finding]]:
    """Yield each field's name and finding; nothing for a record that readers do not see."""
    if isinstance(record, ReaderFacing):
        yield from record.findings()
