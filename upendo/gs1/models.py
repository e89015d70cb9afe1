"""Articles: what a shop's till knows by a number."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models import Honey, Jar, Retailer
from upendo.gs1.numbers import gtin_14, validate_gtin


class ArticleQuerySet(models.QuerySet["Article"]):
    def of(self, honey: int, net_weight_grams: int, retailer: int | None) -> "Article | None":
        """Return the article of such a jar: the retailer's own number, else the one for all."""
        theirs = Q(retailer=retailer) | Q(retailer=None) if retailer else Q(retailer=None)
        found = self.filter(theirs, honey=honey, net_weight_grams=net_weight_grams)
        return found.order_by(models.F("retailer").asc(nulls_last=True)).first()

    def of_jar(self, jar: Jar) -> "Article | None":
        """Return the article that a jar is one of."""
        return self.of(jar.batch.honey_id, jar.net_weight_grams, jar.retailer_id)


class Article(models.Model):
    """A honey in jars of one size: what one GTIN stands for."""

    gtin = models.CharField(
        _("GTIN"),
        max_length=14,
        unique=True,
        validators=[validate_gtin],
        help_text=_(
            "The article number from GS1's certificate: 8, 12, 13 or 14 digits. "
            "Once printed, it stays with this honey and size."
        ),
    )
    honey = models.ForeignKey(Honey, on_delete=models.PROTECT, related_name="articles")
    net_weight_grams = models.PositiveSmallIntegerField(
        _("net weight, g"), default=500, validators=[MinValueValidator(1)]
    )
    retailer = models.ForeignKey(
        Retailer,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
        help_text=_("Only for a shop that has this honey under a number of its own."),
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["honey__name", "net_weight_grams"]
        constraints = [
            models.UniqueConstraint(
                fields=["honey", "net_weight_grams", "retailer"],
                nulls_distinct=False,
                name="article_one_for_each_honey_size_and_retailer",
                violation_error_message=_("This honey in this size has a number already."),
            ),
            models.CheckConstraint(
                condition=Q(gtin__regex=r"^\d{14}$"),
                name="article_gtin_has_14_digits",
                violation_error_message=_("A GTIN is kept with 14 digits."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gtin}, {self.honey}, {self.net_weight_grams} g"

    def clean_fields(self, exclude: object = None) -> None:
        """Keep the number with 14 digits, however it was typed."""
        try:
            self.gtin = gtin_14(self.gtin)
        except ValueError as error:
            raise ValidationError({"gtin": str(error)}) from error
        super().clean_fields(exclude)  # type: ignore[arg-type]  # Django's own type is narrower
