"""Counters of what is read. They hold no person's data."""

from django.db import models
from django.db.models import F


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
    """Add one to a code's counter."""
    UnknownCode.objects.update_or_create(
        code=code, defaults={"count": F("count") + 1}, create_defaults={}
    )
