"""The shops that sell the jars."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.markets import Market
from upendo.catalogue.models.content import Content
from upendo.catalogue.models.picture import Picture


class Retailer(Content):
    """A shop or wholesaler."""

    reader_texts = ("name",)
    path_to_jars = "jars"

    name = models.CharField(max_length=80, unique=True)
    website = models.URLField(blank=True, help_text=_("With https:// at the beginning."))
    logo = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    market = models.CharField(
        max_length=5,
        choices=Market,
        blank=True,
        help_text=_("Empty: unknown, and the strictest rules of all markets hold."),
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
