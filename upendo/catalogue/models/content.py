"""What the records and rows of a story have in common."""

from upendo.catalogue.models.reader_facing import ReaderFacing
from upendo.editing import models as editing


class Content(ReaderFacing, editing.Draftable):
    """A record that a story tells."""

    class Meta:
        abstract = True


class Part(ReaderFacing, editing.Part):
    """A row of a record that a story tells, edited on the record's form."""

    class Meta:
        abstract = True
