"""What figures are about: everything, or one shop, honey, batch, beekeeper, print run or code."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue import codes
from upendo.catalogue.models import Batch, Beekeeper, Consent, Honey, Jar, PrintRun, Retailer
from upendo.catalogue.models.told import told_by
from upendo.desk.words import Words

MOST_FOUND = 20


@dataclass(frozen=True)
class SubjectKind:
    """A kind of record that has figures: how a counted story and a jar name it."""

    key: str
    title: Words
    plural: Words
    model: type[Model]
    of_story: str
    of_jar: str
    search: str
    related: tuple[str, ...] = ()  # what its name is made of

    def named(self, records: dict[int, Any], pk: int | None) -> str:
        """Return what a record is called here; one that is gone has its number."""
        if pk is None:
            return gettext("No %(title)s") % {"title": self.title.lower()}
        return (
            name_of(records[pk])
            if pk in records
            else gettext("%(title)s %(pk)s, deleted") % {"title": self.title, "pk": pk}
        )


SHOP = SubjectKind("shop", _("Shop"), _("Shops"), Retailer, "retailer", "retailer", "name")
HONEY = SubjectKind("honey", _("Honey"), _("Honeys"), Honey, "batch__honey", "batch__honey", "name")
BATCH = SubjectKind("batch", _("Batch"), _("Batches"), Batch, "batch", "batch", "lot")
BEEKEEPER = SubjectKind(
    "beekeeper",
    _("Beekeeper"),
    _("Beekeepers"),
    Beekeeper,
    "beekeeper",
    "beekeeper",
    "name",
    ("consents",),
)
RUN = SubjectKind(
    "run",
    _("Print run"),
    _("Print runs"),
    PrintRun,
    "print_run",
    "print_run",
    "batch__lot",
    ("batch",),
)
# Codes are counted by themselves, see CodeCount.
CODE = SubjectKind("code", _("Code"), _("Codes"), Jar, "", "pk", "code")
KINDS = {kind.key: kind for kind in (SHOP, HONEY, BATCH, BEEKEEPER, RUN, CODE)}


def name_of(record: Model) -> str:
    """Return what a record is called beside its kind; nobody who does not agree to be named."""
    if isinstance(record, PrintRun):
        made = date_format(record.made_at, "j F Y")
        name = ngettext(
            "%(number)s code of %(made)s, lot %(batch)s",
            "%(number)s codes of %(made)s, lot %(batch)s",
            record.number,
        )
        return name % {
            "number": f"{record.number:,}",
            "made": made,
            "batch": record.batch,
        }
    if isinstance(record, Beekeeper) and not record.agrees_to(Consent.Subject.NAME):
        return gettext("Beekeeper %(pk)s") % {"pk": record.pk}
    return str(record)


@dataclass(frozen=True)
class Subject:
    """What figures are about. With a shop, of its own jars alone."""

    kind: SubjectKind | None = None
    record: Any = None
    shop: int | None = None

    @property
    def key(self) -> str:
        """How addresses name it; empty for everything."""
        return f"{self.kind.key}-{self.record.pk}" if self.kind else ""

    @property
    def title(self) -> str:
        """What it is called."""
        return name_of(self.record) if self.kind else gettext("All jars")

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return self.kind is None and self.shop is None

    @property
    def is_code(self) -> bool:
        """Whether it is one code, of which visits alone are counted."""
        return self.kind is CODE

    @property
    def stories(self) -> Q:
        """The condition for rows of StoryCount."""
        mine = {f"story__{self.kind.of_story}": self.record.pk} if self.kind else {}
        return Q(**mine) & (Q() if self.shop is None else Q(story__retailer=self.shop))

    @property
    def jars(self) -> QuerySet[Jar]:
        """The codes that are printed, or may be."""
        mine = {self.kind.of_jar: self.record.pk} if self.kind else {}
        theirs = Q() if self.shop is None else Q(retailer=self.shop)
        return Jar.objects.printed().filter(theirs, **mine).order_by()

    @property
    def runs(self) -> QuerySet[PrintRun]:
        """The print runs whose codes these are."""
        runs = PrintRun.objects.select_related("batch", "retailer").order_by("-made_at")
        if self.kind is RUN:
            runs = runs.filter(pk=self.record.pk)
        elif self.kind:
            runs = runs.filter(**{self.kind.of_jar: self.record.pk})
        return runs if self.shop is None else runs.filter(retailer=self.shop)


def asked_subject(key: str, shop: int | None) -> Subject | None:
    """Return what an address asks for; None when there is no such record, or none for this shop."""
    if not key:
        return Subject(shop=shop)
    name, _, number = key.partition("-")
    kind = KINDS.get(name)
    if kind is None or not (number.isascii() and number.isdecimal() and len(number) < 19):
        return None
    record = _records(kind, shop).filter(pk=int(number)).first()
    return Subject(kind, record, shop) if record else None


def find(text: str, shop: int | None) -> list[Subject]:
    """Return what somebody may mean by a text: a whole code, or a part of a name."""
    code = codes.normalise(text)
    if jar := _records(CODE, shop).filter(code=code).first():
        return [Subject(CODE, jar, shop)]
    return list(_found(text.strip(), shop)) if text.strip() else []


def records_of(kind: SubjectKind, keys: set[int | None]) -> dict[int, Any]:
    """Return the records that have these keys, by them."""
    wanted = kind.model._default_manager.filter(pk__in=keys - {None})
    return {record.pk: record for record in wanted.prefetch_related(*kind.related)}


def _found(text: str, shop: int | None) -> Iterator[Subject]:
    for kind in (SHOP, HONEY, BATCH, BEEKEEPER, RUN):
        matching = _records(kind, shop).filter(**{f"{kind.search}__icontains": text})
        yield from (Subject(kind, record, shop) for record in matching[:MOST_FOUND])


def _records(kind: SubjectKind, shop: int | None) -> QuerySet[Any]:
    records = kind.model._default_manager.prefetch_related(*kind.related)
    if kind is CODE:
        records = records.filter(pk__in=Jar.objects.printed().order_by().values("pk"))
    if shop is None:
        return records
    if kind in (RUN, CODE):
        return records.filter(retailer=shop)
    theirs = Jar.objects.filter(retailer=shop)
    return records.filter(pk=shop) if kind is SHOP else records.filter(told_by(theirs, kind.model))
