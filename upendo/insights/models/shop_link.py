"""Private links with which a shop reads its figures without an account."""

from datetime import date, timedelta
from typing import Self

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models import Retailer

GOOD_FOR = timedelta(days=365)
_signer = Signer(sep=".", salt="upendo.insights.shop_link")


def in_a_year() -> date:
    """Return the last day of a link that is made today."""
    return timezone.localdate() + GOOD_FOR


class ShopLinkQuerySet(models.QuerySet["ShopLink"]):
    def good(self) -> Self:
        """Links whose year is not over."""
        return self.filter(good_until__gte=timezone.localdate())

    def of_token(self, token: str) -> "ShopLink | None":
        """Return the link that an address holds, if we signed it and it is still good."""
        try:
            key = _signer.unsign(token)
        except BadSignature:
            return None
        return self.good().filter(pk=key).select_related("shop").first()


class ShopLink(models.Model):
    """A link to one shop's figures. Whoever has it can read them; deleting the row ends it."""

    shop = models.ForeignKey(Retailer, on_delete=models.CASCADE, related_name="+")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    made_at = models.DateTimeField(auto_now_add=True)
    good_until = models.DateField(default=in_a_year, editable=False)

    objects = ShopLinkQuerySet.as_manager()

    class Meta:
        ordering = ["shop__name", "-made_at"]
        verbose_name = _("private link for a shop")
        verbose_name_plural = _("private links for shops")

    def __str__(self) -> str:
        return gettext("Link for %(shop)s") % {"shop": self.shop}

    def get_absolute_url(self) -> str:
        return reverse("shop-figures", args=[_signer.sign(str(self.pk))])
