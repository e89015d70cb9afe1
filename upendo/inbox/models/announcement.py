"""The outbox: emails that must be sent."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from upendo.inbox.models.message import Message
from upendo.web.outbox import OwedEmail


class Announcement(OwedEmail):
    """One email about one message, saved in the same transaction as the event that it is about."""

    class Audience(models.TextChoices):
        STAFF = "staff", _("Team: a letter came")
        REMINDER = "reminder", _("Team: a letter waits")
        READER = "reader", _("Reader: the reply")

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="announcements")
    audience = models.CharField(max_length=10, choices=Audience)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("email")
        indexes = [
            models.Index(
                fields=["due_at"], condition=models.Q(sent_at__isnull=True), name="email_due"
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["message", "audience"], name="announced_once_each")
        ]
