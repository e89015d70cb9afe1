"""For whom a page is meant."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from upendo.catalogue import codes
from upendo.catalogue.models import Forest, Honey, Jar, Market, Part, Retailer
from upendo.pages.models.page import Page


class Audience(Part):
    """Jars for which a page is meant: those that fit all that one line says.

    A page with several lines is meant for the jars of each; a page without a line for all.
    """

    PART_OF = "page"

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="audience")
    honey = models.ForeignKey(Honey, null=True, blank=True, on_delete=models.CASCADE)
    forest = models.ForeignKey(Forest, null=True, blank=True, on_delete=models.CASCADE)
    shop = models.ForeignKey(Retailer, null=True, blank=True, on_delete=models.CASCADE)
    market = models.CharField(max_length=5, choices=Market, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("line of whom it is for")
        verbose_name_plural = _("whom it is for")
        constraints = [
            models.CheckConstraint(
                condition=Q(honey__isnull=False)
                | Q(forest__isnull=False)
                | Q(shop__isnull=False)
                | ~Q(market=""),
                name="audience_names_something",
                violation_error_message=_(
                    "Choose a honey, a forest, a shop or a market, or take the line away."
                ),
            ),
        ]

    def __str__(self) -> str:
        market = Market(self.market).label if self.market else ""
        return ", ".join(str(name) for name in (self.honey, self.forest, self.shop, market) if name)

    def jars(self) -> Q:
        """Return the condition that a jar fits."""
        named = {
            "batch__honey": self.honey_id,
            "batch__forest": self.forest_id,
            "retailer": self.shop_id,
            "retailer__market": self.market,
        }
        fitting = Q(**{path: value for path, value in named.items() if value})
        # Where the code for everybody is sold nobody knows.
        return fitting & ~Q(code=codes.DEFAULT) if self.market else fitting

    def fits(self, jar: Jar, market: Market | None) -> bool:
        """Whether a jar fits under the rules of a market."""
        pairs = (
            (self.honey_id, jar.batch.honey_id),
            (self.forest_id, jar.batch.forest_id),
            (self.shop_id, jar.retailer_id),
            (self.market, market),
        )
        return all(wanted == there for wanted, there in pairs if wanted)
