"""Who else harvested a batch."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models.beekeeper import Beekeeper
from upendo.catalogue.models.content import Part
from upendo.catalogue.models.fields import position_field
from upendo.catalogue.models.honey.honey import Batch


class BatchBeekeeper(Part):
    """One of the beekeepers of a batch. On each jar the featured one leads, the others follow."""

    PART_OF = "batch"

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="people")
    beekeeper = models.ForeignKey(
        Beekeeper,
        on_delete=models.PROTECT,
        related_name="harvests",
        help_text=_("Readers meet them as far as they agree, each on a page of their own."),
    )
    position = position_field()

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("beekeeper of the batch")
        verbose_name_plural = _("beekeepers of the batch")
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "beekeeper"],
                name="beekeeper_once_per_batch",
                violation_error_message=_("This beekeeper is named for the batch already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.beekeeper)
