"""The consents of beekeepers. They take effect at once, without a draft, on their own form."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from upendo.catalogue.models import Beekeeper, Consent
from upendo.desk.admin import DeskAdmin


def withdraw(consents: QuerySet[Consent]) -> list[Consent]:
    """Withdraw from today on the consents that are in force, and return them."""
    in_force = list(consents.filter(withdrawn_on=None).select_related("beekeeper"))
    for consent in in_force:
        consent.withdrawn_on = max(timezone.localdate(), consent.given_on)
        consent.save()
    return in_force


def consent_in_words(beekeeper: Beekeeper) -> str:
    """Say what is shown of a beekeeper: everything, the group's story, or all but some things."""
    subject = Consent.Subject
    if not beekeeper.agrees_to(subject.NAME):
        return "nothing: the group's story"
    kept_back = [one.label.lower() for one in subject if not beekeeper.agrees_to(one)]
    return f"not the {', '.join(kept_back)}" if kept_back else "everything"


@admin.register(Consent)
class ConsentAdmin(DeskAdmin):
    """Consents are written down and taken back, never deleted: they are the proof."""

    list_display = ["beekeeper", "subject", "given_on", "withdrawn_on", "record"]
    list_filter = ["subject", ("withdrawn_on", admin.EmptyFieldListFilter), "beekeeper"]
    list_select_related = ["beekeeper"]
    search_fields = ["beekeeper__name", "record"]
    autocomplete_fields = ["beekeeper"]
    actions = ["take_back"]

    @admin.action(description="Take back as of today", permissions=["change"])
    def take_back(self, request: HttpRequest, queryset: QuerySet[Consent]) -> None:
        for consent in withdraw(queryset):
            self.log_change(request, consent, "Withdrawn.")
        self.message_user(request, "The stories show it from this moment.")

    def get_readonly_fields(
        self, request: HttpRequest, obj: Consent | None = None
    ) -> tuple[str, ...]:
        return ("beekeeper", "subject", "given_on") if obj else ()

    def has_delete_permission(self, request: HttpRequest, obj: Consent | None = None) -> bool:
        return False
