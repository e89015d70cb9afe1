"""Private links to a story as it would be with drafts in it."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property
from time import time
from typing import Self

from django.core import signing
from django.db import IntegrityError
from django.db.models import QuerySet
from django.urls import reverse

from upendo.catalogue.models import Beekeeper, Consent, Content, Jar, Market
from upendo.editing.drafts import changes_in, undone
from upendo.editing.models import Draft, Draftable

SALT = "upendo.catalogue.previews.dated"
LASTS = timedelta(days=7)
# The page of a story that shows each kind of record.
PAGES = {
    "beekeeper": "beekeeper",
    "recording": "beekeeper-letter",
    "forest": "tanzania-forest",
    "honey": "honey-type",
    "batch": "honey-health",
    "footprint": "environment-carbon-graph",
}


@dataclass(frozen=True)
class Preview:
    """One code's story, with some drafts in it."""

    code: str
    drafts: tuple[int, ...] = ()
    # Whose rules hold; None for the market in which the jar is sold.
    market: Market | None = None
    # When its first link was made, in seconds since 1970: the links to other markets, which are
    # new ones, live no longer.
    made_at: int = field(default_factory=lambda: int(time()))
    # The token of the link that was opened, so that all pages keep its address; else empty.
    signed: str = ""

    @classmethod
    def of(cls, jar: Jar, drafts: QuerySet[Draft] | None = None) -> Self:
        """Return the preview of a story with all its drafts, or with these."""
        chosen = jar.story_drafts() if drafts is None else drafts
        return cls(jar.code, tuple(chosen.values_list("pk", flat=True)))

    @classmethod
    def from_token(cls, token: str) -> Self:
        """Return a link's preview. Raises BadSignature for a token that is forged or too old."""
        code, drafts, market, made_at = signing.loads(token, salt=SALT)
        if time() - made_at > LASTS.total_seconds():
            raise signing.SignatureExpired("This link has ended.")
        return cls(code, tuple(drafts), Market(market) if market else None, made_at, token)

    @cached_property
    def token(self) -> str:
        """The signed part of the link's address, with all that it opens. Nobody can forge it."""
        said = [self.code, self.drafts, self.market, self.made_at]
        return self.signed or signing.dumps(said, salt=SALT)

    @property
    def base(self) -> str:
        """The beginning of the address of every page of this preview."""
        return reverse("preview-start", args=[self.token]).rstrip("/")

    def address(self, page: str = "menu") -> str:
        """Return the address of one of its pages."""
        return reverse("preview", args=[self.token, self.code, page])

    def as_in(self, market: Market | None) -> Self:
        """Return the same preview under the rules of a market."""
        return replace(self, market=market, signed="")

    def chosen(self) -> list[Draft]:
        """Return those of its drafts that are still waiting."""
        return list(Draft.objects.filter(pk__in=self.drafts).order_by("pk"))


def preview_of_record(record: Draftable) -> Preview | None:
    """Return a preview of a record's draft in one of its stories; None if no story shows it."""
    draft = Draft.objects.of(record).first()
    jar = _jar_telling(record) or (draft and _jar_telling_with(draft))
    return Preview(jar.code, (draft.pk,) if draft else ()) if jar else None


def _jar_telling(record: Draftable) -> Jar | None:
    jars = Jar.objects.telling(record).order_by("code")
    if isinstance(record, Beekeeper) and record.jars.exists():
        jars = jars.filter(beekeeper=record)
    return jars.filter(status=Jar.Status.LIVE).first() or jars.first()


def _jar_telling_with(draft: Draft) -> Jar | None:
    """Return a jar that would tell a record if its draft were published."""
    try:
        with undone():
            changes_in(draft).apply()
            return _jar_telling(draft.record)
    except IntegrityError:  # something that it needs has changed meanwhile
        return None


def address_for_readers(record: Draftable) -> str:
    """Return the address of a page with a record. A printed code must tell the record."""
    jar = Jar.objects.printed().telling(record).order_by("code")[0]
    return reverse("page", args=[jar.code, page_of(record)])


def page_of(record: Draftable) -> str:
    """Return the name of the page of a story that shows a record."""
    if isinstance(record, Content) and record.page_name:
        return record.page_name
    if isinstance(record, Beekeeper) and not record.jars.exists():
        return f"people/{record.pk}" if record.agrees_to(Consent.Subject.NAME) else "menu"
    return PAGES.get(record._meta.model_name or "", "menu")
