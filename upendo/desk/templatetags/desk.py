"""Template tags of the desk."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm
from django.template import Context, Library
from django.utils.text import capfirst

from upendo.desk.addresses import form_of
from upendo.desk.words import ago

register = Library()
register.filter(form_of)
register.filter(ago)


@dataclass(frozen=True)
class Problem:
    """What is to be mended in a field of a form, or in its rows together."""

    field: str  # the id of its control; empty for rows together
    label: str
    words: str


@register.simple_tag(takes_context=True)
def problems(context: Context) -> list[Problem]:
    """Return what is to be mended in the fields of the page's form, and in the rows in it."""
    form = context["adminform"].form if context.get("adminform") else context.get("form")
    found = list(_in_form(form)) if isinstance(form, BaseForm) else []
    for inline in context.get("inline_admin_formsets") or ():
        formset, row = inline.formset, capfirst(inline.opts.verbose_name)
        rows = capfirst(inline.opts.verbose_name_plural)
        found += [Problem("", rows, words) for words in formset.non_form_errors()]
        for number, form in enumerate(formset.forms, 1):
            if not (formset.can_delete and formset._should_delete_form(form)):
                found += _in_form(form, f"{row} {number}: ")
    return found


def _in_form(form: Any, where: str = "") -> Iterator[Problem]:
    for field in form:
        for words in field.errors:
            yield Problem(field.auto_id, f"{where}{capfirst(str(field.label))}", words)
