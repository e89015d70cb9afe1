"""The outbox: emails that must be sent."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models, transaction
from django.utils import timezone

from upendo.inbox.models.message import Message

MOST_ATTEMPTS = 15  # with the pauses, about four days
SHORTEST_PAUSE = timedelta(minutes=2)  # longer than an attempt can take
LONGEST_PAUSE = timedelta(hours=12)


def pause_after(attempts: int) -> timedelta:
    """Return how long to wait after so many attempts."""
    doubled: timedelta = SHORTEST_PAUSE * 2 ** (attempts - 1)
    return min(doubled, LONGEST_PAUSE)


class AnnouncementQuerySet(models.QuerySet["Announcement"]):
    def waiting(self) -> Self:
        """Not sent yet, and not given up."""
        return self.filter(sent_at__isnull=True, attempts__lt=MOST_ATTEMPTS)

    def dead(self) -> Self:
        """Not sent after all attempts: somebody must look at them."""
        return self.filter(sent_at__isnull=True, attempts__gte=MOST_ATTEMPTS)

    def claim(self) -> "Announcement | None":
        """Return one that is due, or None; no other process gets it until its pause is over.

        The attempt is counted before it is made. So an email is tried again after a pause when its
        process was killed, and an email that crashes its process is tried only MOST_ATTEMPTS times.
        """
        with transaction.atomic():
            due = self.waiting().filter(due_at__lte=timezone.now()).order_by("due_at")
            announcement = due.select_for_update(skip_locked=True).first()
            if announcement:
                announcement.attempts += 1
                announcement.due_at = timezone.now() + pause_after(announcement.attempts)
                announcement.save(update_fields=["attempts", "due_at"])
        return announcement


class Announcement(models.Model):
    """One email about one message, saved in the same transaction as the event that it is about."""

    class Audience(models.TextChoices):
        STAFF = "staff", "Team: a letter came"
        REMINDER = "reminder", "Team: a letter waits"
        READER = "reader", "Reader: the reply"

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="announcements")
    audience = models.CharField(max_length=10, choices=Audience)
    due_at: "models.DateTimeField[datetime, datetime]" = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = AnnouncementQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = "email"
        indexes = [
            models.Index(
                fields=["due_at"], condition=models.Q(sent_at__isnull=True), name="email_due"
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["message", "audience"], name="announced_once_each")
        ]

    def __str__(self) -> str:
        return f"Email {self.pk}"
