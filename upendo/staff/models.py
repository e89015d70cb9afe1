"""What we know of accounts beside Django's own: their shop, and what was done with them."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

KEPT_FOR = timedelta(days=365)


class ShopAccount(models.Model):
    """The shop that an account of the role for shops belongs to: it sees no other shop's jars."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="shop_account",
    )
    shop = models.ForeignKey("catalogue.Retailer", on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"{self.person} of {self.shop}"


class EntryQuerySet(models.QuerySet["Entry"]):
    def forgotten(self) -> "EntryQuerySet":
        """Entries that are older than they are kept."""
        return self.filter(at__lt=timezone.now() - KEPT_FOR)


class Entry(models.Model):
    """One line of the log of logins and exports. It holds no password and no code."""

    class Kind(models.TextChoices):
        LOGIN = "login", "Logged in"
        LOGOUT = "logout", "Logged out"
        FAILED = "failed", "Failed to log in"
        LOCKED = "locked", "Locked out"
        EXPORT = "export", "Exported"
        TWO_FACTOR = "two-factor", "Changed two-factor login"

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    kind = models.CharField(max_length=10, choices=Kind)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    name = models.CharField("account", max_length=150, help_text="Kept when the account is not.")
    address = models.GenericIPAddressField("from", null=True)
    what = models.CharField(max_length=250, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name = "log entry"
        verbose_name_plural = "log entries"

    def __str__(self) -> str:
        return f"{self.name}: {self.get_kind_display()}"
