"""What a GS1 Digital Link names: a jar, else its lot, else its article."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from upendo.catalogue import codes
from upendo.catalogue.models import Batch, Jar
from upendo.gs1.links import DigitalLink
from upendo.gs1.models import Article


@dataclass(frozen=True)
class Named:
    """What was found, on the most exact level that is known."""

    link: DigitalLink
    jar: Jar | None = None
    article: Article | None = None


def named_by(link: DigitalLink) -> Named | None:
    """Return what a link names; what is unknown of it is left out, from its end upwards.

    A code leads to its jar whatever else the link says: it is printed, and articles may change.
    """
    article = Article.objects.select_related("honey").filter(gtin=link.gtin).first()
    if jar := printed_jar(link.serial):
        return Named(link, jar, article)
    if article is None:
        return None
    if link.lot and newest_jar(article, link.lot):
        return Named(DigitalLink(link.gtin, link.lot), article=article)
    return Named(DigitalLink(link.gtin), article=article)


def printed_jar(serial: str) -> Jar | None:
    """Return the jar with this code, if it is printed."""
    code = codes.normalise(serial)
    if not codes.is_code(code):
        return None
    jars = Jar.objects.printed().select_related("batch__honey", "beekeeper")
    return jars.filter(code=code).first()


def newest_jar(article: Article, lot: str = "") -> Jar | None:
    """Return the newest live jar of an article, or of one of its lots."""
    jars = Jar.objects.filter(
        status=Jar.Status.LIVE, net_weight_grams=article.net_weight_grams
    ).order_by()
    if article.retailer_id:
        jars = jars.filter(retailer=article.retailer_id)
    batches = Batch.objects.filter(honey=article.honey_id)
    if lot:
        batches = batches.filter(lot=lot)
    batches = batches.filter(Exists(jars.filter(batch=OuterRef("pk"))))
    batch = batches.order_by("-harvested_to", "-pk").first()
    return jars.filter(batch=batch).order_by("-pk").first() if batch else None
