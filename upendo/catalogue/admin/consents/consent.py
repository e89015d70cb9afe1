"""The consents of beekeepers. They take effect at once, without a draft, on their own form."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin

from upendo.catalogue.admin.consents import withdrawal
from upendo.catalogue.admin.consents.consent_form import ConsentsForm
from upendo.catalogue.admin.consents.named_in import named_in
from upendo.catalogue.models import Beekeeper, Consent, Jar
from upendo.desk.addresses import form_of, list_of
from upendo.desk.admin import DeskAdmin
from upendo.desk.paging import AtLeast, counted

SAMPLE = 20  # of a beekeeper's codes, named before they change


@dataclass(frozen=True)
class Concerned:
    """Somebody whose consents are about to change, and what that changes."""

    beekeeper: Beekeeper
    consents: list[Consent]

    @property
    def named_in(self) -> list[Model]:
        """What names the person all the same."""
        return named_in(self.beekeeper)

    @property
    def codes_in_words(self) -> str:
        """Some of the printed codes that tell of this person, and how many more there are."""
        batches = list(self.beekeeper.harvests.values_list("batch_id", flat=True))
        tell = Q(beekeeper=self.beekeeper) | Q(batch__in=batches)
        printed = Jar.objects.printed().filter(tell)
        first = list(printed.order_by("status", "batch_id").values_list("code", flat=True)[:SAMPLE])
        number = counted(printed)
        more = number if isinstance(number, AtLeast) else number - len(first)
        named = ", ".join(sorted(first)) + (
            gettext(" and %(more)s more") % {"more": more} if more else ""
        )
        return named or gettext("no code yet")


def ask_to_withdraw(
    model_admin: ModelAdmin, request: HttpRequest, consents: QuerySet[Consent]
) -> HttpResponse | None:
    """Return the question whether to take these back, or nothing once that is done."""
    in_force = consents.filter(withdrawn_on=None)
    if "confirmed" not in request.POST:
        return _ask(model_admin, request, in_force)
    key = withdrawal.withdraw(in_force)
    for consent in withdrawal.withdrawn_together(key):
        model_admin.log_change(
            request,
            consent.beekeeper,
            gettext("Consent withdrawn: %(consent)s.") % {"consent": consent},
        )
    words = gettext(
        "The stories show it from this moment. By mistake? "
        '<a href="{}" class="underline">Undo it</a> within a day.'
    )
    messages.success(request, format_html(words, _undo_address(key)))
    return None


def _ask(
    model_admin: ModelAdmin, request: HttpRequest, consents: QuerySet[Consent]
) -> HttpResponse:
    context = model_admin.admin_site.each_context(request) | {
        "title": gettext("Take these consents back?"),
        "opts": model_admin.opts,
        "concerned": _concerned(consents),
        "consequence": gettext(
            "Readers no longer see it from the moment that you take it back. Who is not "
            "to be named stands behind the group's story. It can be undone within a day."
        ),
        "button": gettext("Take back"),
        "leave": request.get_full_path(),
        "posted": [
            (name, value)
            for name in ("action", "select_across", "_selected_action")
            for value in request.POST.getlist(name)
        ],
    }
    return TemplateResponse(request, "catalogue/consents_change.html", context)


def _concerned(consents: QuerySet[Consent]) -> list[Concerned]:
    ordered = consents.select_related("beekeeper").order_by("beekeeper__name", "given_on", "id")
    groups = groupby(ordered, key=lambda consent: consent.beekeeper)
    return [Concerned(beekeeper, list(group)) for beekeeper, group in groups]


def _undo_address(key: UUID) -> str:
    return reverse("admin:catalogue_consent_undo", args=[key])


def consent_in_words(beekeeper: Beekeeper) -> str:
    """Say what is shown of a beekeeper: everything, the group's story, or all but some things."""
    subject = Consent.Subject
    if not beekeeper.agrees_to(subject.NAME):
        return gettext("nothing: the group's story")
    kept_back = [one.label.lower() for one in subject if not beekeeper.agrees_to(one)]
    return (
        gettext("not the %(names)s") % {"names": ", ".join(kept_back)}
        if kept_back
        else gettext("everything")
    )


@admin.register(Consent)
class ConsentAdmin(DeskAdmin):
    """Consents are written down and taken back, never deleted: they are the proof."""

    list_display = ["beekeeper", "subject", "given_on", "withdrawn_on", "way_back", "record"]
    list_filter = ["subject", ("withdrawn_on", admin.EmptyFieldListFilter), "beekeeper"]
    list_select_related = ["beekeeper"]
    search_fields = ["beekeeper__name", "record"]
    autocomplete_fields = ["beekeeper"]
    actions = ["take_back"]

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.undo_view)
        of_person = self.admin_site.admin_view(self.person_view)
        return [
            path("<uuid:key>/undo/", view, name="catalogue_consent_undo"),
            path("of/<int:pk>/", of_person, name="catalogue_consent_of_person"),
            *super().get_urls(),
        ]

    def person_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask for everything that one beekeeper agrees to show; lead back to the beekeeper."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        beekeeper = get_object_or_404(Beekeeper, pk=pk)
        form = ConsentsForm(beekeeper, request.POST or None)
        may_change = self.has_change_permission(request) and self.has_add_permission(request)
        if request.method == "POST":
            if not may_change:
                raise PermissionDenied
            if form.is_valid():
                self._tell(request, form.save(), beekeeper)
                return HttpResponseRedirect(form_of(beekeeper))
        context = self.admin_site.each_context(request) | {
            "title": gettext("What %(beekeeper)s agrees to show") % {"beekeeper": beekeeper},
            "opts": self.opts,
            "form": form,
            "beekeeper": beekeeper,
            "consents": beekeeper.consents.all(),
            "named_in": named_in(beekeeper),
            "may_change": may_change,
            "leave": form_of(beekeeper),
        }
        return TemplateResponse(request, "catalogue/consents_of_person.html", context)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Lead to the beekeepers: all that one agrees to stands in one form."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        messages.info(
            request, gettext("Open the beekeeper, and press Consents under “agrees to show”.")
        )
        return HttpResponseRedirect(list_of(Beekeeper))

    def _tell(self, request: HttpRequest, withdrawn: UUID | None, beekeeper: Beekeeper) -> None:
        agreed = consent_in_words(Beekeeper.objects.get(pk=beekeeper.pk))
        self.log_change(
            request,
            beekeeper,
            gettext("Consents written down. Shown now: %(agreed)s.") % {"agreed": agreed},
        )
        words = format_html(gettext("Written down. Readers see now: {}."), agreed)
        if withdrawn:
            undo = gettext(
                '{} By mistake? <a href="{}" class="underline">Undo it</a> within a day.'
            )
            words = format_html(undo, words, _undo_address(withdrawn))
        messages.success(request, words)

    def undo_view(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Ask whether to give back what was taken back together, and do it."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            for consent in withdrawal.undo(key):
                self.log_change(
                    request,
                    consent.beekeeper,
                    gettext("Consent given back: %(consent)s.") % {"consent": consent},
                )
            messages.success(request, gettext("The stories show it again from this moment."))
            return HttpResponseRedirect(list_of(Consent))
        context = self.admin_site.each_context(request) | {
            "title": gettext("Give these consents back?"),
            "opts": self.opts,
            "concerned": _concerned(withdrawal.withdrawn_together(key)),
            "consequence": gettext("Readers see it again, as before it was taken back."),
            "button": gettext("Give back"),
            "leave": list_of(Consent),
        }
        return TemplateResponse(request, "catalogue/consents_change.html", context)

    @admin.action(description=_("Take back as of today"), permissions=["change"])
    def take_back(self, request: HttpRequest, queryset: QuerySet[Consent]) -> HttpResponse | None:
        return ask_to_withdraw(self, request, queryset)

    @admin.display(description=_("by mistake?"))
    def way_back(self, consent: Consent) -> str:
        since = timezone.now() - withdrawal.UNDONE_WITHIN
        if not consent.withdrawal or not consent.withdrawn_at or consent.withdrawn_at < since:
            return ""
        address = _undo_address(consent.withdrawal)
        return format_html(gettext('<a href="{}" class="underline">Undo</a>'), address)

    def save_model(  # type: ignore[override]  # the theme's takes any model
        self, request: HttpRequest, obj: Consent, form: Any, change: bool
    ) -> None:
        """What somebody has dated by hand is not changed by the undo of something else."""
        if "withdrawn_on" in form.changed_data:
            obj.withdrawal = obj.withdrawn_at = None
        super().save_model(request, obj, form, change)

    def get_readonly_fields(
        self, request: HttpRequest, obj: Consent | None = None
    ) -> tuple[str, ...]:
        return ("beekeeper", "subject", "given_on") if obj else ()

    def has_delete_permission(self, request: HttpRequest, obj: Consent | None = None) -> bool:
        return False
