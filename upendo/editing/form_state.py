"""What a form knew of its record when it was drawn, carried inside it until it comes back."""

from dataclasses import dataclass, field
from typing import Self

from django.core import signing

from upendo.editing.rows import Changes, Rows, changes, known

SALT = "upendo.editing.form_state"


@dataclass(frozen=True)
class FormState:
    """Rows that travel with a form; signed, so that they come back as they were."""

    # The record and its parts, as whoever has the form last saw them.
    seen: Rows = field(default_factory=dict)
    # Parts that the form has, though others have removed them.
    removed_by_others: Rows = field(default_factory=dict)
    # What the form had and the code has lost since it was drawn; it travels no further.
    unknown: Rows = field(default_factory=dict)

    def __str__(self) -> str:
        return signing.dumps([self.seen, self.removed_by_others], salt=SALT, compress=True)

    @classmethod
    def loads(cls, text: str) -> Self:
        """Return what a text carries; nothing when it is not ours."""
        try:
            carried = signing.loads(text, salt=SALT)
        except signing.BadSignature:
            return cls()
        (seen, unknown), (removed, removed_unknown) = (known(rows) for rows in carried)
        return cls(seen, removed, unknown | removed_unknown)

    def beside(self, now: Rows) -> Self:
        """Return the state of the same form, once whoever has it has seen the rows of now."""
        missing = changes(now, self.seen).added
        return type(self)(seen=now, removed_by_others=self.removed_by_others | missing)

    def bring_back(self) -> None:
        """Write the parts that others have removed, for the form that still has them."""
        Changes(added=self.removed_by_others).apply()
