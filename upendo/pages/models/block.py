"""What a page is composed of."""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.markets import Market
from upendo.catalogue.models import Beekeeper, Part, Picture, Recording
from upendo.catalogue.models.fields import position_field
from upendo.claims.models import Claim
from upendo.pages.models.page import Page


class Kind(models.TextChoices):
    """What a block is. Another kind is a line here and in FIELDS, and a component."""

    HEADING = "heading", _("Heading")
    TEXT = "text", _("Text")
    PICTURE = "picture", _("Picture")
    FIGURE = "figure", _("Figure")
    QUOTATION = "quotation", _("Quotation")
    LINK = "link", _("Link")
    PERSON = "person", _("Person")
    RECORDING = "recording", _("Recording")


class Fields(NamedTuple):
    """The fields of a kind: those that it needs, and those that it may have besides."""

    needed: tuple[str, ...]
    optional: tuple[str, ...] = ()


FIELDS = {
    Kind.HEADING: Fields(("text",)),
    Kind.TEXT: Fields(("text",)),
    Kind.PICTURE: Fields(("picture",), ("text",)),
    Kind.FIGURE: Fields(("claim",)),
    Kind.QUOTATION: Fields(("text", "said_by")),
    Kind.LINK: Fields(("text", "url")),
    Kind.PERSON: Fields(("beekeeper",), ("text",)),
    Kind.RECORDING: Fields(("recording",), ("text", "beekeeper")),
}
# Every field that is not of each kind, and what it holds where it is empty.
EMPTY = {
    "text": "",
    "said_by": "",
    "url": "",
    "picture": None,
    "claim": None,
    "recording": None,
    "beekeeper": None,
}


def _is_empty(field: str) -> Q:
    return Q(**{field: ""}) if EMPTY[field] == "" else Q(**{f"{field}__isnull": True})


def _is_whole(kind: Kind) -> models.CheckConstraint:
    """Return the constraint that blocks of a kind have what they need, and nothing else."""
    needed, optional = FIELDS[kind]
    whole = Q()
    for field in EMPTY:
        if field in needed:
            whole &= ~_is_empty(field)
        elif field not in optional:
            whole &= _is_empty(field)
    return models.CheckConstraint(
        condition=~Q(kind=kind) | whole,
        name=f"block_{kind.value}_is_whole",
        violation_error_message=format_lazy(
            _("{kind}: something is missing, or too much."), kind=kind.label
        ),
    )


class Block(Part):
    """One thing on a page. Neighbours of one kind stand together: pictures, figures, people."""

    PART_OF = "page"
    reader_texts = ("text", "said_by")

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="blocks")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.TEXT)
    text = models.TextField(
        blank=True,
        help_text=_(
            "A blank line starts a new paragraph. Below a picture it is the caption, of a link "
            "its words, and of a recording what is said in it."
        ),
    )
    said_by = models.CharField(max_length=120, blank=True, help_text=_("Who said or wrote it."))
    url = models.URLField(_("link"), blank=True, help_text=_("With https:// at the beginning."))
    picture = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    claim = models.ForeignKey(
        Claim,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_(
            "It tells the figure and proves it. Without evidence, expired or forbidden in "
            "the jar's market it is absent."
        ),
    )
    recording = models.ForeignKey(
        Recording, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    beekeeper = models.ForeignKey(
        Beekeeper,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_(
            "Shown as far as they have agreed to it; whose voice it is, heard as long as they do."
        ),
    )
    position = position_field()

    class Meta:
        ordering = ["position", "id"]
        constraints = [_is_whole(kind) for kind in Kind]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.text[:30]}".strip()

    def clean(self) -> None:
        """Empty what the kind has not. Raises ValidationError for what it needs."""
        if self.kind not in FIELDS:  # refused already
            return
        needed, optional = FIELDS[Kind(self.kind)]
        for field, empty in EMPTY.items():
            if field not in needed and field not in optional:
                setattr(self, field, empty)
        name = Kind(self.kind).label
        missing = {
            field: (gettext("%(name)s: this is needed.") % {"name": name})
            for field in needed
            if not self._has(field)
        }
        if missing:
            raise ValidationError(missing)

    def _has(self, field: str) -> bool:
        return getattr(self, field) not in ("", None)

    @property
    def voices(self) -> list[Beekeeper]:
        """Whose voice is heard: as the block says, and whose letter it is; of others nobody's."""
        if not self.recording:
            return []
        return [*self.recording.voices.all(), *([self.beekeeper] if self.beekeeper else [])]

    def read_in(self) -> frozenset[Market]:
        return self.page.read_in()
