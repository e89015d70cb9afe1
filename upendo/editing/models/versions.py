"""Records whose former states are kept, and whose edits may wait in drafts."""

from collections.abc import Iterator
from typing import ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from upendo.editing.line_ends import OneLineEnd


class TransactionBegan(models.Func):
    """When the present transaction began: the same moment for everything that it writes."""

    function = "TRANSACTION_TIMESTAMP"
    arity = 0
    output_field = models.DateTimeField()


class FormerRow(models.Model):
    """What a former row says beside its fields: all rows of one transaction are one revision."""

    revision = models.DateTimeField(db_default=TransactionBegan(), editable=False)

    class Meta:
        abstract = True


class WithHistory(OneLineEnd):
    """A row of which every former state is kept."""

    # Fields that a copy does not take over, beside those that must be unique.
    NOT_COPIED: ClassVar[frozenset[str]] = frozenset()

    history = HistoricalRecords(inherit=True, bases=[FormerRow])

    class Meta:
        abstract = True

    def refused_texts(self) -> Iterator[str]:
        """Yield why texts of this row may not stand as they are; none unless a model says so."""
        yield from ()


class Versioned(WithHistory):
    """A record with a form of its own at the desk, whose former versions can be brought back."""

    # Fields that a former version or a draft never brings back.
    KEPT_FIELDS: ClassVar[frozenset[str]] = frozenset()

    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    class Meta:
        abstract = True


class Part(WithHistory):
    """A row that belongs to a record and is edited on its form."""

    # The name of the foreign key to the record.
    PART_OF: ClassVar[str]
    # The name of the field with a row's place among the others, where they have an order.
    PLACE: ClassVar[str] = "position"

    class Meta:
        abstract = True


class Draftable(Versioned):
    """A record that readers may see: what is changed in it can wait as a draft."""

    # The link by which readers come upon a new record at once: it waits as a draft of the record.
    REACHED_BY: ClassVar[str] = ""

    drafts = GenericRelation("catalogue.Draft")

    class Meta:
        abstract = True
