"""What the desks of claims and of certificates have in common."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from upendo.catalogue.admin.reader_facing import ReaderFacingAdmin, ReaderFacingForm
from upendo.catalogue.admin.shops import ShopsMixin
from upendo.catalogue.markets import Market
from upendo.claims.models.fields import MarketsField
from upendo.claims.models.proof import Proof
from upendo.claims.shops import of_shop
from upendo.desk.admin import DeskAdmin
from upendo.desk.words import Words
from upendo.editing.admin.history import HistoryMixin
from upendo.staff.shops import only_shop

type Fieldset = tuple[Words, Any]

SOON_DAYS = 60
EVIDENCE: list[Any] = ["evidence_title", "evidence_url", "evidence_file"]
WHERE_AND_WHEN: Fieldset = (
    _("Where and when"),
    {"fields": ["markets", "valid_from", "valid_until", "readers"]},
)
ABOUT: Fieldset = (
    _("What it is about"),
    {
        "fields": ["honeys", "batches", "forests", "footprints"],
        "description": _(
            "It appears on the pages of everything that it is attached to. Bringing a "
            "former version back leaves this as it is."
        ),
    },
)


class MarketFilter(admin.SimpleListFilter):
    """Lists the claims or certificates that are allowed in one market."""

    title = _("market")
    parameter_name = "market"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return [(market.value, str(market.label)) for market in Market]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(markets__contains=[self.value()]) if self.value() else queryset


class ValidityFilter(admin.SimpleListFilter):
    """Lists those that are valid, end soon, have expired or are not valid yet."""

    title = _("validity")
    parameter_name = "validity"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return [
            ("valid", gettext("Valid today")),
            ("soon", gettext("Ends within %(soon_days)s days") % {"soon_days": SOON_DAYS}),
            ("expired", gettext("Expired")),
            ("later", gettext("Not valid yet")),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Any]:
        today = timezone.localdate()
        found: QuerySet[Any] = queryset
        match self.value():
            case "valid":
                found = queryset.valid_on(today)
            case "soon":
                found = queryset.expiring_within(SOON_DAYS)
            case "expired":
                found = queryset.filter(valid_until__lt=today)
            case "later":
                found = queryset.filter(valid_from__gt=today)
        return found


class ProofAdmin(ShopsMixin, HistoryMixin, ReaderFacingAdmin, DeskAdmin):
    """Lists say whether it is valid; forms say what readers get in each market."""

    form = ReaderFacingForm
    warn_unsaved_form = True
    list_filter: ClassVar[list[Any]] = [ValidityFilter, MarketFilter]
    readonly_fields = ["readers"]
    autocomplete_fields = ["honeys", "batches", "forests", "footprints"]
    formfield_overrides = {MarketsField: {"widget": UnfoldAdminCheckboxSelectMultipleWidget}}

    def of_shop(self, shop: int) -> Q:
        return Q(pk__in=self.model._default_manager.filter(of_shop(shop)).values("pk"))

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Leave out, for a shop, what else it is about: that may be sold by others."""
        fieldsets = super().get_fieldsets(request, obj)
        limited = only_shop(request.user) is not None
        return [fieldset for fieldset in fieldsets if not (limited and fieldset is ABOUT)]

    @display(
        description=_("validity"),
        ordering="valid_until",
        label={"valid": "success", "soon": "warning", "expired": "danger", "later": "info"},
    )
    def validity(self, proof: Proof) -> tuple[str, str]:
        today = timezone.localdate()
        if proof.valid_from and today < proof.valid_from:
            return "later", gettext("From %(valid_from)s") % {
                "valid_from": date_format(proof.valid_from)
            }
        if proof.valid_until is None:
            return "valid", gettext("No end")
        if today > proof.valid_until:
            return "expired", gettext("Expired %(valid_until)s") % {
                "valid_until": date_format(proof.valid_until)
            }
        soon = (proof.valid_until - today).days <= SOON_DAYS
        return "soon" if soon else "valid", gettext("Until %(valid_until)s") % {
            "valid_until": date_format(proof.valid_until)
        }

    @admin.display(description=_("markets"))
    def where(self, proof: Proof) -> str:
        if set(proof.markets) == set(Market):
            return gettext("All")
        return ", ".join(market for market in Market if market in proof.markets)

    @admin.display(description=_("what readers get"))
    def readers(self, proof: Proof) -> str:
        if not proof.pk:
            return gettext("Save first, and this says in which markets readers see it today.")
        today = timezone.localdate()
        markets = [(None, gettext("No market, and PUREJOY")), *((m, m.label) for m in Market)]
        rows = ((label, proof.why_withheld(m, today) or gettext("shown")) for m, label in markets)
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}: {}</li>", rows))
