"""Says which printed codes do not answer: what a label promises is looked up again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import batched
from urllib.parse import urlsplit

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext

from upendo.catalogue import codes
from upendo.catalogue.models import Jar
from upendo.gs1.links import DigitalLink, MalformedLinkError
from upendo.labels.models import Label

CODES_A_QUERY = 1000


@dataclass(frozen=True)
class Silent:
    """A printed code or address that opens no story, and why."""

    said: str
    why: str
    may_wait: bool = False  # for somebody who brings it live


def code_in(said: str) -> str:
    """Return the code in what somebody typed or a square says: a code or one of our addresses."""
    try:
        address = urlsplit(said.strip())
    except ValueError:  # half of an IPv6 address, say
        return ""
    if address.path.startswith("/01/"):
        try:
            return codes.normalise(DigitalLink.parse(address.path, address.query).serial)
        except MalformedLinkError:
            return ""
    return codes.normalise(said)


def silent(all_said: Iterable[str], jars: QuerySet[Jar]) -> Iterator[Silent]:
    """Return what opens none of these jars' stories, in its order; many are looked up at a time."""
    for some in batched(all_said, CODES_A_QUERY, strict=False):
        by_said = {said: code_in(said) for said in some}
        found = jars.filter(code__in=set(by_said.values()))
        status = dict(found.values_list("code", "status"))
        for said, code in by_said.items():
            if not codes.is_code(code):
                yield Silent(said, gettext("holds no code"))
            elif code not in status:
                yield Silent(said, gettext("no jar has this code"))
            elif status[code] == Jar.Status.DRAFT:
                yield Silent(said, gettext("is not live yet"), may_wait=True)


def printed_addresses(shop: int | None = None) -> Iterator[str]:
    """Return what every square says that was ever made here, for all shops or for one."""
    labels = Label.objects.all() if shop is None else Label.objects.filter(jar__retailer=shop)
    return labels.order_by("pk").values_list("address", flat=True).iterator()


def printed_drafts() -> QuerySet[Jar]:
    """Return the codes on labels that are not live."""
    labels = Label.objects.filter(jar=OuterRef("pk"))
    return Jar.objects.filter(Exists(labels), status=Jar.Status.DRAFT)
