"""Counters of what is read. They hold no person's data."""

from datetime import timedelta

from django.db import models
from django.db.models import F
from django.utils import timezone

MOST_KEPT = 1000  # a misprinted label is one code; whoever tries codes at random has many
KEPT_DAYS = 180  # after the last time that somebody asked


class UnknownCode(models.Model):
    """A code that somebody asked for but no jar has, for example from a misprinted label."""

    code = models.CharField(max_length=15, primary_key=True)
    count = models.PositiveIntegerField(default=1)
    first_asked_at = models.DateTimeField(auto_now_add=True)
    last_asked_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-count", "-last_asked_at"]

    def __str__(self) -> str:
        return self.code


def count_unknown_code(code: str) -> None:
    """Add one to a code's counter; forget others that are old, or too many to look through."""
    _, is_new = UnknownCode.objects.update_or_create(
        code=code, defaults={"count": F("count") + 1}, create_defaults={}
    )
    if is_new:
        _forget_others(code)


def _forget_others(code: str) -> None:
    others = UnknownCode.objects.exclude(code=code)
    others.filter(last_asked_at__lt=timezone.now() - timedelta(days=KEPT_DAYS)).delete()
    surplus = others.order_by("-count", "-last_asked_at").values("pk")[MOST_KEPT - 1 :]
    UnknownCode.objects.filter(pk__in=surplus).delete()
