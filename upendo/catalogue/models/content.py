"""What all content has in common: its former states are kept, and edits of it wait in drafts."""

from typing import ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from simple_history.models import HistoricalRecords

from upendo.catalogue.models.told import Told


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


class Remembered(Told):
    """A record with a form of its own at the desk, whose former versions can be brought back."""

    # Fields that a former version or a draft never brings back.
    KEPT_FIELDS: ClassVar[frozenset[str]] = frozenset()

    updated_at = models.DateTimeField("last changed", auto_now=True)
    history = HistoricalRecords(inherit=True, bases=[FormerRow])

    class Meta:
        abstract = True


class Content(Remembered):
    """A record that a story tells: what is changed in it can wait as a draft."""

    drafts = GenericRelation("catalogue.Draft")

    class Meta:
        abstract = True


class Part(Told):
    """A row that belongs to a record and is edited on its form."""

    # The name of the foreign key to the record.
    PART_OF: ClassVar[str]

    history = HistoricalRecords(inherit=True, bases=[FormerRow])

    class Meta:
        abstract = True
