"""Where jars are sold."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from upendo.catalogue import codes


class Market(models.TextChoices):
    """Where a jar is sold; it decides which claims may be shown."""

    EU = "EU", _("European Union")
    UK = "UK", _("United Kingdom")
    US = "US", _("United States")
    CA = "CA", _("Canada")
    ANZ = "ANZ", _("Australia and New Zealand")
    WORLD = "WORLD", _("Rest of the world")


EVERYWHERE = frozenset(Market)


def sold_in(code: str, shop_market: str | None) -> Market | None:
    """Return where the jar with a code is sold, given its shop's market, which may be unknown.

    None when nobody knows, and for the code that is offered to everybody: the strictest rules of
    all markets hold.
    """
    return Market(shop_market) if shop_market and code != codes.DEFAULT else None
