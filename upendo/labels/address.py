"""What a square says: the address of one jar, for as long as the label lasts.

Upper case all through: QR's alphanumeric mode then holds two characters in 11 bits instead of 16,
so the same square has fewer and larger modules. Scheme and host do not care (RFC 3986, section
3.1 and 3.2.2), and our own paths do not either.
"""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models import Jar
from upendo.gs1.links import BEST_BEFORE, DigitalLink
from upendo.gs1.models import Article
from upendo.gs1.numbers import lot_problem


class AddressForm(models.TextChoices):
    SHORT = "short", _("Short address of the story")
    GS1 = "gs1", _("GS1 Digital Link, with the article number for tills")


def site() -> str:
    """Return what every address printed now begins with, such as HTTPS://HONEY.EXAMPLE."""
    return str(settings.SITE_URL).upper()


def short_address(code: str) -> str:
    """Return the address that opens a code's story."""
    return f"{site()}/Q/{code}"


def digital_link(article: Article, lot: str, code: str, best_before: date | None = None) -> str:
    """Return the GS1 Digital Link of a jar: its article, lot and, as serial number, its code.

    A lot that GS1 cannot encode is left out: the code alone names the jar. The best-before date
    names nothing; as every such attribute it stands behind the path.
    """
    link = DigitalLink(article.gtin, "" if lot_problem(lot) else lot, code)
    return site() + link.path + (f"{BEST_BEFORE}{best_before:%y%m%d}" if best_before else "")


def address_of(jar: Jar, form: AddressForm, article: Article | None) -> str:
    """Return what the square of a jar says.

    Raises ValueError when it is to be a GS1 Digital Link and the jar has no article number.
    """
    if form == AddressForm.SHORT:
        return short_address(jar.code)
    if article is None:
        raise ValueError(
            gettext("%(honey)s in %(net_weight_grams)s g has no article number.")
            % {"honey": jar.batch.honey, "net_weight_grams": jar.net_weight_grams}
        )
    return digital_link(article, jar.batch.lot, jar.code, jar.batch.best_before)
