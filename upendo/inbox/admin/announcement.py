from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.decorators import display

from upendo.inbox.mail import courier
from upendo.inbox.models import Announcement
from upendo.web.outbox import MOST_ATTEMPTS


class StateFilter(admin.SimpleListFilter):
    """Sent, waiting or given up."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: object) -> list[tuple[str, str]]:
        return [
            ("waiting", gettext("Waiting")),
            ("dead", gettext("Given up")),
            ("sent", gettext("Sent")),
        ]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[Announcement]
    ) -> QuerySet[Announcement]:
        chosen = Announcement.objects.filter(pk__in=queryset)
        match self.value():
            case "waiting":
                return chosen.waiting()
            case "dead":
                return chosen.dead()
            case "sent":
                return chosen.filter(sent_at__isnull=False)
        return queryset


@admin.register(Announcement)
class AnnouncementAdmin(ModelAdmin):
    list_display = ["created_at", "audience", "letter", "state", "attempts", "last_error"]
    list_filter = [StateFilter, "audience"]
    list_select_related = ["message__letter"]
    actions = ["try_again"]

    @display(
        description=_("state"), label={"sent": "success", "waiting": "info", "given up": "danger"}
    )
    def state(self, announcement: Announcement) -> tuple[str, str]:
        if announcement.sent_at:
            return "sent", gettext("sent")
        if announcement.attempts >= MOST_ATTEMPTS:
            return "given up", gettext("given up")
        return "waiting", gettext("waiting")

    @admin.display(description=_("letter"))
    def letter(self, announcement: Announcement) -> str:
        return str(announcement.message.letter)

    @admin.action(description=_("Try again now"), permissions=["view"])
    def try_again(self, request: HttpRequest, queryset: QuerySet[Announcement]) -> None:
        """Give those that were not sent all their attempts back."""
        queryset.filter(sent_at__isnull=True).update(attempts=0, due_at=timezone.now())
        courier.wake()

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Announcement | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Announcement | None = None) -> bool:
        return False
