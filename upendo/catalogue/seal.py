"""What a form knew of its record when it was drawn, carried inside it until it comes back."""

from dataclasses import dataclass, field
from typing import Self

from django.core import signing

from upendo.catalogue.rows import Changes, Rows, changes

SALT = "upendo.catalogue.seal"


@dataclass(frozen=True)
class Seal:
    """Rows that travel with a form; signed, so that they come back as they were."""

    # The record and its parts, as whoever has the form last saw them.
    seen: Rows = field(default_factory=dict)
    # Parts that the form has, though others have removed them.
    kept: Rows = field(default_factory=dict)

    def __str__(self) -> str:
        return signing.dumps([self.seen, self.kept], salt=SALT, compress=True)

    @classmethod
    def broken(cls, text: str) -> Self:
        """Return what a text carries; nothing when it is not ours."""
        try:
            return cls(*signing.loads(text, salt=SALT))
        except signing.BadSignature:
            return cls()

    def beside(self, now: Rows) -> Self:
        """Return the seal of the same form, once whoever has it has seen the rows of now."""
        return type(self)(seen=now, kept=self.kept | changes(now, self.seen).added)

    def bring_back(self) -> None:
        """Write the parts that others have removed, for the form that still has them."""
        Changes(added=self.kept).apply()
