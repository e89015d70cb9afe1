"""What the records and rows of a story have in common."""

from upendo.catalogue.models.reader_facing import ReaderFacing
from upendo.editing import models as editing


class Content(ReaderFacing, editing.Draftable):
    """A record that a story tells."""

    class Meta:
        abstract = True

    @property
    def page_name(self) -> str:
        """The page of a story that is made of it alone; empty for most, which share a page."""
        return ""


class Part(ReaderFacing, editing.Part):
    """A row of a record that a story tells, edited on the record's form."""

    class Meta:
        abstract = True
