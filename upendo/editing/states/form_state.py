"""What a form knew of its record when it was drawn, carried inside it until it comes back."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Self

from django.contrib.auth.models import AnonymousUser, User
from django.core import signing

from upendo.desk.permissions import permission
from upendo.editing.models import Part, Versioned
from upendo.editing.states.rows import Changes, Fields, Rows, changes, known, model_and_pk, parts_of

# Stays as it is: a form that is open during a release comes back after it.
SALT = "upendo.editing.form_state"
LASTS = timedelta(days=1)

type Account = User | AnonymousUser


@dataclass(frozen=True)
class FormState:
    """Rows that travel with a form; signed, so that they come back as they were.

    The signature holds for one record and one person, and for a day: on any other form the text
    is one that is not ours.
    """

    # The record and the person.
    bound_to: str
    # The record and its parts, as whoever has the form last saw them.
    seen: Rows = field(default_factory=dict)
    # Parts that the form has, though others have removed them.
    removed_by_others: Rows = field(default_factory=dict)
    # What the form had and the code has lost since it was drawn; it travels no further.
    unknown: Rows = field(default_factory=dict)

    def __str__(self) -> str:
        carried = [self.seen, self.removed_by_others]
        return signing.dumps(carried, salt=_salt(self.bound_to), compress=True)

    @classmethod
    def loads(cls, text: str, bound_to: str) -> Self:
        """Return what a text carries; nothing when it is not ours."""
        try:
            carried = signing.loads(text, salt=_salt(bound_to), max_age=LASTS)
        except signing.BadSignature:
            return cls(bound_to)
        (seen, unknown), (removed, removed_unknown) = (known(rows) for rows in carried)
        return cls(bound_to, seen, removed, unknown | removed_unknown)

    def beside(self, now: Rows) -> Self:
        """Return the state of the same form, once whoever has it has seen the rows of now."""
        missing = changes(now, self.seen).added
        return type(self)(self.bound_to, now, self.removed_by_others | missing)

    def bring_back(self, record: Versioned, user: Account) -> None:
        """Write the parts that others have removed, for the form that still has them.

        Only parts of this record, and only those that this person may write anew.
        """
        removed = self.removed_by_others.items()
        parts = {key: row for key, row in removed if _may_bring_back(key, row, record, user)}
        Changes(added=parts).apply()


def bound_to(record: Versioned, user: Account) -> str:
    """Return what the state of a person's form of a record is bound to."""
    return f"{record._meta.label_lower}:{record.pk}:{user.pk}"


def _salt(owner: str) -> str:
    return f"{SALT}:{owner}"


def _may_bring_back(key: str, row: Fields, record: Versioned, user: Account) -> bool:
    model, pk = model_and_pk(key)
    if not issubclass(model, Part) or model not in parts_of(type(record)):
        return False
    if row.get(model.PART_OF) != record.pk or model._default_manager.filter(pk=pk).exists():
        return False
    return user.has_perms([permission(verb, model) for verb in ("add", "change")])
