"""The pages of the enterprise's own, and their addresses."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.markets import EVERYWHERE, Market
from upendo.catalogue.models import Content, Jar
from upendo.catalogue.models.fields import position_field
from upendo.catalogue.models.story_paths import any_of
from upendo.pages.models.chapter import Chapter
from upendo.story.pages import own_name

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ALL_JARS = ~Q(pk__in=[])
NO_JAR = Q(pk__in=[])


class PageQuerySet(models.QuerySet["Page"]):
    def placed(self) -> Self:
        """Pages that stand in a chapter which is shown."""
        return self.filter(chapter__hidden=False)

    def told_by(self, jars: QuerySet[Jar]) -> list[int]:
        """Return the primary keys of the pages that the story of one of these jars tells."""
        placed = self.placed().prefetch_related("audience")
        return [page.pk for page in placed if jars.filter(page.jars()).exists()]


class Page(Content):
    """A page that a manager has composed of blocks. In no chapter, readers do not see it."""

    REACHED_BY = "chapter"
    KEPT_FIELDS = frozenset({"slug"})
    reader_texts = ("title",)

    title = models.CharField(max_length=80)
    slug = models.CharField(
        _("address"),
        max_length=40,
        unique=True,
        validators=[
            RegexValidator(SLUG, _("Write small letters, digits and hyphens, such as: our-bees"))
        ],
        help_text=_(
            "The end of its address, such as our-bees. It stays for ever once readers may "
            "have seen it."
        ),
    )
    chapter = models.ForeignKey(
        Chapter,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="pages",
        help_text=_(
            "Where it stands; its place among the pages there is chosen on the chapter's form. "
            "Empty: readers do not see it."
        ),
    )
    position = position_field()

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["chapter__position", "chapter", "position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(slug__regex=SLUG),
                name="page_address_is_plain",
                violation_error_message=_("An address has small letters, digits and hyphens."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def page_name(self) -> str:
        return own_name(self.slug)

    def clean(self) -> None:
        """Raises ValidationError when the address would change that readers may have seen."""
        kept = KeptAddress.objects.filter(page__pk=self.pk).first()
        if kept and kept.page_id != self.slug:
            words = gettext(
                "Readers may know this page as %(page_id)s, so it keeps this address."
            ) % {"page_id": kept.page_id}
            raise ValidationError({"slug": words})

    def jars(self) -> Q:
        """Return the condition that a jar's story tells this page; its audience may be fetched."""
        if self.chapter is None or self.chapter.hidden:
            return NO_JAR
        lines = self.audience.all()
        return any_of(line.jars() for line in lines) if lines else ALL_JARS

    def is_for(self, jar: Jar, market: Market | None) -> bool:
        """Whether it is meant for a jar under the rules of a market."""
        lines = self.audience.all()
        return not lines or any(line.fits(jar, market) for line in lines)

    def read_in(self) -> frozenset[Market]:
        """Return the markets in which it may be read: all, unless its audience names them."""
        lines = list(self.audience.select_related("shop")) if self.pk else []
        found = {line.market or (line.shop.market if line.shop else "") for line in lines}
        return frozenset(map(Market, found)) if found and all(found) else EVERYWHERE


class KeptAddress(models.Model):
    """An address that readers may have seen: its page is never deleted nor called otherwise.

    The database writes it when a transaction ends that leaves a page in a chapter (a trigger of
    the second migration), whoever put the page there.
    """

    page: Any = models.OneToOneField(
        Page, primary_key=True, on_delete=models.PROTECT, to_field="slug", related_name="+"
    )

    class Meta:
        verbose_name_plural = _("kept addresses")

    def __str__(self) -> str:
        return gettext(
            "%(page_id)s, which readers may have seen: take the page out of its chapter"
        ) % {"page_id": self.page_id}
