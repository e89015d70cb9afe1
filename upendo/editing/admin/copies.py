"""The page that makes a copy of a record."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Field, Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.decorators import action
from unfold.widgets import UnfoldAdminTextInputWidget

from upendo.desk.addresses import form_of
from upendo.desk.permissions import permission
from upendo.desk.words import Words
from upendo.editing.copies import SUFFIX, copy, names_of
from upendo.editing.models import Draftable


class NamesForm(forms.Form):
    """The names that a copy needs of its own."""

    def __init__(self, record: Draftable, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.model = type(record)
        for field in names_of(self.model):
            self.fields[field.name] = _name_field(field, getattr(record, field.name))

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError for a name that another record has."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for name, value in list(data.items()):
            if self.model._default_manager.filter(**{f"{name}__iexact": value}).exists():
                self.add_error(
                    name,
                    gettext("Another %(kind)s is called so.")
                    % {"kind": self.model._meta.verbose_name},
                )
        return data


class CopiesMixin(ModelAdmin):
    """Offers a copy of a record on its form."""

    actions_detail = ["copy"]  # type: ignore[assignment]  # typed by an empty default
    # What a copy does not take along, in words.
    stays_behind: Words

    def has_copy_permission(self, request: HttpRequest, object_id: str | None = None) -> bool:
        """Whoever may add such a record may copy one."""
        return self.has_add_permission(request)

    @action(description=_("Copy as a new draft"), permissions=["copy"])
    def copy(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask what the copy is to be called, and make it."""
        record: Any = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        if record is None:
            raise Http404
        form = NamesForm(record, request.POST if request.method == "POST" else None)
        if form.is_valid() and (made := self._made(request, record, form)):
            words = gettext("This is the copy of %(record)s. Readers do not see it yet.") % {
                "record": record
            }
            self.message_user(request, words, messages.SUCCESS)
            return HttpResponseRedirect(form_of(made))
        context = self.admin_site.each_context(request) | {
            "title": gettext("Copy %(record)s") % {"record": record},
            "opts": self.opts,
            "original": record,
            "form": form,
            "stays_behind": self.stays_behind,
            "leave": form_of(record),
        }
        return TemplateResponse(request, "editing/copy.html", context)

    def _made(self, request: HttpRequest, record: Any, form: NamesForm) -> Any:
        try:
            with transaction.atomic():
                made = copy(record, form.cleaned_data, partial(_may_add, request))
                self.log_addition(
                    request, made, gettext("Copied from %(record)s.") % {"record": record}
                )
        except IntegrityError:  # somebody has taken the name in this moment
            form.add_error(None, gettext("This name has just been taken. Choose another."))
            return None
        return made


def _may_add(request: HttpRequest, model: type[Model]) -> bool:
    return request.user.has_perm(permission("add", model))


def _name_field(field: "Field[Any, Any]", present: str) -> forms.Field:
    room: int = (field.max_length or 0) - len(SUFFIX)
    asked: Any = field.formfield(
        widget=UnfoldAdminTextInputWidget, initial=f"{present[:room]}{SUFFIX}"
    )
    asked.label = gettext("%(label)s of the copy") % {"label": asked.label}
    return asked  # type: ignore[no-any-return]  # the stubs know no kind of field
