"""One person's visit to the form of a record that exists."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

from django.http import HttpRequest
from django.utils.timesince import timesince

from upendo.editing.differences import Difference, differences, lost
from upendo.editing.drafts import changes_in, draft_of, lost_in
from upendo.editing.form_state import FormState
from upendo.editing.gaps import Gap
from upendo.editing.models import Draft, Draftable
from upendo.editing.revisions import revisions_of
from upendo.editing.rows import Rows, rows_of

CONFLICT = (
    "Somebody else has changed this since you opened it. Nothing of yours is lost, and nothing of "
    "theirs: compare below, then save once more to keep what stands in this form."
)


@dataclass
class Visit:
    """What the form needs to know beside the record's own fields."""

    record: Draftable
    readers_see: bool
    find_gaps: Callable[[Draftable], list[Gap]]
    may_publish: bool
    wants_to_publish: bool
    draft: Draft | None = None
    live: Rows = field(default_factory=dict)
    shown: Rows = field(default_factory=dict)  # with the draft
    form_state: FormState = field(default_factory=FormState)  # what the form carries
    meanwhile: list[Difference] = field(default_factory=list)
    meanwhile_by: str = ""
    refusal: str = ""
    saved: bool = False

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
            readers_see=readers_see,
            find_gaps=find_gaps,
            may_publish=not readers_see or request.user.has_perm("catalogue.publish_draft"),
            wants_to_publish="_publish" in request.POST or not readers_see,
        )

    def apply_draft(self) -> None:
        """Write the record's draft into the present transaction."""
        self.live = self.shown = rows_of(self.record)
        self.draft = draft_of(self.record)
        if self.draft:
            changes_in(self.draft).apply(reason=self.draft.note)
            self.record.refresh_from_db()
            self.shown = rows_of(self.record)
        self.form_state = FormState(self.shown)

    def compare(self, carried: str) -> None:
        """Note what others have changed since the form was opened with these rows."""
        opened = FormState.loads(carried) if carried else FormState(self.shown)
        self.meanwhile = differences(opened.seen, self.shown) + lost(opened.unknown)
        self.meanwhile_by = self._last_editor() if self.meanwhile else ""
        self.form_state = opened.beside(self.shown)
        self.form_state.bring_back()

    @property
    def refusals(self) -> list[str]:
        """Why the form cannot be saved as it is, beside its own errors."""
        return [*([CONFLICT] if self.meanwhile else []), *([self.refusal] if self.refusal else [])]

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
        return f"{author or 'Somebody'}, {timesince(at)} ago"
