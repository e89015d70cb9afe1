"""The chapters of every story: what the menu offers, in which order."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models import Content
from upendo.catalogue.models.fields import position_field
from upendo.story.built_in_pages import CHAPTERS


class BuiltIn(models.TextChoices):
    """The chapters that every story has, in the order that they have by themselves."""

    BEEKEEPER = "beekeeper", _("Beekeeper")
    HONEY = "honey", _("Honey")
    FOREST = "forest", _("Forest")
    FOOTPRINT = "footprint", _("Footprint")
    ASANTE = "asante", _("Asante")


STEP = 10  # between the places of built-in chapters, as the migration has made them
# Who harvested the honey, what it is, where it comes from, and whom it may harm.
NEVER_HIDDEN = (BuiltIn.BEEKEEPER, BuiltIn.HONEY)
NOT_HIDDEN = _(
    "This chapter cannot be hidden: it says what the law wants readers to know of the honey and "
    "its origin."
)


class ChapterQuerySet(models.QuerySet["Chapter"]):
    def in_order(self) -> "list[Chapter]":
        """Return all chapters, hidden ones too; a built-in one without a row comes last."""
        known = list(self)
        there = {chapter.built_in for chapter in known}
        return known + [Chapter(built_in=name) for name in BuiltIn if name not in there]


class Chapter(Content):
    """A part of the story that the menu leads to: a built-in one, or one of the enterprise's own.

    A built-in one has its own words and pages; it can be moved, and some can be hidden.
    """

    KEPT_FIELDS = frozenset({"built_in"})
    reader_texts = ("title", "line")

    built_in = models.CharField(max_length=10, choices=BuiltIn, blank=True, editable=False)
    title = models.CharField(
        max_length=40, blank=True, help_text=_("What the menu calls it: Our bees, for example.")
    )
    line = models.CharField(
        _("line below the title"),
        max_length=100,
        blank=True,
        help_text=_("What readers find in it, in a few words."),
    )
    hidden = models.BooleanField(
        default=False,
        help_text=_(
            "The menu and the way through the story leave it out. The addresses of built-in "
            "pages go on working."
        ),
    )
    position = position_field()
    # Names of pages, one a line. Empty: as they are by themselves.
    order = models.TextField(_("order of its pages"), blank=True, default="", db_default="")

    objects = ChapterQuerySet.as_manager()

    class Meta:
        # Of chapters in one place the enterprise's own come first: Asante is the end.
        ordering = ["position", "built_in", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["built_in"], condition=~Q(built_in=""), name="chapter_built_in_once"
            ),
            models.CheckConstraint(
                condition=(Q(built_in="") & ~Q(title=""))
                | (~Q(built_in="") & Q(title="", line="")),
                name="chapter_has_words_of_its_own_or_is_built_in",
                violation_error_message=_(
                    "A chapter of your own needs a title; a built-in one has its own words."
                ),
            ),
            models.CheckConstraint(
                # Not by a list, which PostgreSQL would write otherwise in a review app's copy.
                condition=Q(hidden=False) | ~(Q(built_in="beekeeper") | Q(built_in="honey")),
                name="chapter_that_the_law_wants_is_shown",
                violation_error_message=NOT_HIDDEN,
            ),
        ]

    def clean(self) -> None:
        """Raises ValidationError for a chapter without words or one that cannot be hidden.

        Its form lacks fields of these constraints, and so does not ask them.
        """
        if not self.built_in and not self.title.strip():
            raise ValidationError({"title": gettext("A chapter of your own needs a title.")})
        if self.hidden and self.built_in in NEVER_HIDDEN:
            raise ValidationError(NOT_HIDDEN)

    def __str__(self) -> str:
        return self.title or self.get_built_in_display()

    @property
    def is_by_itself(self) -> bool:
        """Whether it is built in, where every story has it, and nobody has touched it."""
        places = {name: STEP * number for number, name in enumerate(BuiltIn, start=1)}
        is_plain = not self.hidden and not self.order
        in_place = self.position == places.get(BuiltIn(self.built_in)) if self.built_in else False
        return is_plain and in_place and not self.pages.exists()

    def by_itself(self, own: Iterable[str]) -> list[str]:
        """Return the names of its pages as they are by themselves: these of one's own come last."""
        return [*CHAPTERS.get(self.built_in, ()), *own]

    def arranged(self, names: list[str]) -> list[str]:
        """Return names of pages in the order of the chapter; those that it does not know follow."""
        known = [name for name in self.order.split() if name in names]
        return known + [name for name in names if name not in known]
