"""Publications of drafts at a time that somebody has set."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.editing.local_time import in_words
from upendo.web.outbox import OwedEmail, OwedEmailQuerySet


class PlannedPublicationQuerySet(OwedEmailQuerySet):
    def due(self) -> Self:
        """Those whose time has come."""
        return self.filter(refused="", at__lte=timezone.now())

    def free(self) -> Self:
        """Those that no courier carries out at this moment, locked until the transaction ends."""
        return self.select_for_update(skip_locked=True, of=("self",))

    def waiting(self) -> Self:
        """An email is owed once the publication has been refused."""
        return super().waiting().exclude(refused="")


class PlannedPublication(OwedEmail):
    """When some drafts are to be published together; once refused, the email that says so."""

    at = models.DateTimeField(_("to be published"))
    zone = models.CharField(_("time zone"), max_length=64, help_text=_("As IANA names it."))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    what = models.TextField(help_text=_("The names of the records."))
    seen = models.CharField(max_length=64, help_text=_("SHA-256 of what was looked at."))
    refused = models.TextField(blank=True, help_text=_("Why it was not published."))

    objects: ClassVar[Any] = PlannedPublicationQuerySet.as_manager()

    class Meta:
        app_label = "catalogue"

    @property
    def when(self) -> str:
        """When it is to be published, by the clock of whoever asked."""
        return in_words(self.at, self.zone)

    def __str__(self) -> str:
        return gettext("%(what)s, at %(at)s UTC") % {
            "what": self.what,
            "at": f"{self.at:%Y-%m-%d %H:%M}",
        }

    def refuse(self, why: str) -> None:
        """Leave the drafts as they are, and owe whoever asked an email that says why."""
        self.refused, self.due_at = why, timezone.now()
        self.save(update_fields=["refused", "due_at"])
