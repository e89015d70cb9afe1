"""What we know of accounts beside Django's own: their shop, and what was done with them."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

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
        return gettext("%(person)s of %(shop)s") % {"person": self.person, "shop": self.shop}


class EntryQuerySet(models.QuerySet["Entry"]):
    def forgotten(self) -> "EntryQuerySet":
        """Entries that are older than they are kept."""
        return self.filter(at__lt=timezone.now() - KEPT_FOR)


class Entry(models.Model):
    """One line of the log of logins and exports. It holds no password and no code."""

    class Kind(models.TextChoices):
        LOGIN = "login", _("Logged in")
        LOGOUT = "logout", _("Logged out")
        FAILED = "failed", _("Failed to log in")
        LOCKED = "locked", _("Locked out")
        EXPORT = "export", _("Exported")
        TWO_FACTOR = "two-factor", _("Changed two-factor login")

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    kind = models.CharField(max_length=10, choices=Kind)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    name = models.CharField(
        _("account"), max_length=150, help_text=_("Kept when the account is not.")
    )
    address = models.GenericIPAddressField(_("from"), null=True)
    what = models.CharField(max_length=250, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name = _("log entry")
        verbose_name_plural = _("log entries")

    def __str__(self) -> str:
        return f"{self.name}: {self.get_kind_display()}"
