"""What every worker on every machine counts together."""

from django.db import models


class Tally(models.Model):
    """How often somebody did something since a while began; `limits` reads and writes it."""

    key = models.UUIDField(primary_key=True, help_text="A keyed hash of what, and of who.")
    times = models.PositiveIntegerField()
    ends_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.times} until {self.ends_at}"
