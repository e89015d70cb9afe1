"""One person's visit to the form of a record that exists."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Self

from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.desk.words import Words, ago
from upendo.editing.drafts import changes_in, draft_of, lost_in
from upendo.editing.gaps import Gap
from upendo.editing.models import Draft, Draftable
from upendo.editing.states.differences import Difference, differences, lost
from upendo.editing.states.form_state import Account, FormState, bound_to
from upendo.editing.states.revisions import revisions_of
from upendo.editing.states.rows import Rows, rows_of

CONFLICT = _(
    "Somebody else has changed this since you opened it. Nothing of yours is lost, and nothing of "
    "theirs: compare below, then save once more to keep what stands in this form."
)

STUCK = _(
    "The draft of this record cannot be shown: another record now has its name or its place, or "
    "something it needs has been deleted. Look at it, discard it, then start again."
)


@dataclass
class Visit:
    """What the form needs to know beside the record's own fields."""

    record: Draftable
    user: Account
    readers_see: bool
    find_gaps: Callable[[Draftable], list[Gap]]
    presses_publish: bool
    # Whether readers would come upon it once its draft, or what is typed, were published.
    comes_to_readers: bool = False
    draft: Draft | None = None
    live: Rows = field(default_factory=dict)
    shown: Rows = field(default_factory=dict)  # with the draft
    meanwhile: list[Difference] = field(default_factory=list)
    meanwhile_by: str = ""
    refusal: str = ""
    # Whether the draft cannot be written, so that the form shows the record without it.
    is_stuck: bool = False
    saved: bool = False
    form_state: FormState = field(init=False)  # what the form carries

    def __post_init__(self) -> None:
        self.form_state = FormState(bound_to(self.record, self.user))

    @classmethod
    def begin(
        cls,
        request: HttpRequest,
        record: Draftable,
        readers_see: bool,
        find_gaps: Callable[[Draftable], list[Gap]],
    ) -> Self:
        """Return the visit that a request makes."""
        return cls(
            record=record,
            user=request.user,
            readers_see=readers_see,
            find_gaps=find_gaps,
            presses_publish="_publish" in request.POST,
        )

    def apply_draft(self) -> None:
        """Write the record's draft into the present transaction."""
        self.live = self.shown = rows_of(self.record)
        self.draft = draft_of(self.record)
        if self.draft:
            try:
                with transaction.atomic():
                    changes_in(self.draft).apply(reason=self.draft.note)
            except IntegrityError:
                self.is_stuck = True
            self.record.refresh_from_db()
            self.shown = rows_of(self.record)
        self.form_state = replace(self.form_state, seen=self.shown)

    def compare(self, carried: str) -> None:
        """Note what others have changed since the form was opened with these rows."""
        bound = self.form_state.bound_to
        opened = FormState.loads(carried, bound) if carried else self.form_state
        self.meanwhile = differences(opened.seen, self.shown) + lost(opened.unknown)
        self.meanwhile_by = self._last_editor() if self.meanwhile else ""
        self.form_state = opened.beside(self.shown)
        self.form_state.bring_back(self.record, self.user)

    @property
    def waits(self) -> bool:
        """Whether what is typed waits as a draft, unless somebody publishes it."""
        return self.readers_see or self.comes_to_readers

    @property
    def may_publish(self) -> bool:
        """Whether this person may let what is typed count at once."""
        return not self.waits or self.user.has_perm("catalogue.publish_draft")

    @property
    def wants_to_publish(self) -> bool:
        """Whether what is typed is to count at once."""
        return self.presses_publish or not self.waits

    @property
    def refusals(self) -> list[Words]:
        """Why the form cannot be saved as it is, beside its own errors."""
        conflict = CONFLICT if self.meanwhile else ""
        stuck = STUCK if self.is_stuck else ""
        return [why for why in (conflict, stuck, self.refusal) if why]

    @cached_property
    def draft_changes(self) -> list[Difference]:
        """What the draft changes, in words."""
        return differences(self.live, self.shown)

    @cached_property
    def lost(self) -> list[Difference]:
        """What the draft says of fields that are gone; saving the form leaves it out."""
        return lost_in(self.draft) if self.draft else []

    @cached_property
    def gaps(self) -> list[Gap]:
        """What is missing, with the draft."""
        return self.find_gaps(self.record)

    def _last_editor(self) -> str:
        if self.draft:
            author, at = self.draft.author, self.draft.updated_at
        else:
            newest = revisions_of(type(self.record), self.record.pk)[0]
            author, at = newest.author, newest.at
        return f"{author or gettext('Somebody')}, {ago(at)}"
