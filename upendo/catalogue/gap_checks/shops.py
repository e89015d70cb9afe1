"""What shops lack."""

from collections.abc import Iterator

from django.utils.translation import gettext

from upendo.catalogue.models import Retailer
from upendo.editing.gaps import Gap, check


@check(Retailer)
def _retailer(shop: Retailer) -> Iterator[Gap]:
    if not shop.market:
        yield Gap(
            gettext("%(shop)s has no market: the strictest rules of all markets hold.")
            % {"shop": shop},
            shop,
            "id_market",
        )
