"""One person's visit to the form of a record that exists."""

from dataclasses import dataclass, field
from functools import cached_property

from django.http import HttpRequest
from django.utils.timesince import timesince

from upendo.catalogue import health
from upendo.catalogue.differences import Difference, differences
from upendo.catalogue.drafts import changes_in, draft_of
from upendo.catalogue.models import Content, Draft, Jar
from upendo.catalogue.models.jar import readers_see
from upendo.catalogue.revisions import revisions_of
from upendo.catalogue.rows import Rows, rows_of
from upendo.catalogue.seal import Seal

CONFLICT = (
    "Somebody else has changed this since you opened it. Nothing of yours is lost, and nothing of "
    "theirs: compare below, then save once more to keep what stands in this form."
)


@dataclass
class Visit:
    """What the form needs to know beside the record's own fields."""

    record: Content
    told: bool  # readers see this record
    may_publish: bool
    wants_to_publish: bool
    draft: Draft | None = None
    live: Rows = field(default_factory=dict)
    shown: Rows = field(default_factory=dict)  # with the draft
    seal: Seal = field(default_factory=Seal)  # what the form carries
    meanwhile: list[Difference] = field(default_factory=list)
    meanwhile_by: str = ""
    refusal: str = ""
    saved: bool = False

    @classmethod
    def begin(cls, request: HttpRequest, record: Content) -> "Visit":
        """Return the visit that a request makes."""
        told = readers_see(record)
        return cls(
            record=record,
            told=told,
            may_publish=not told or request.user.has_perm("catalogue.publish_draft"),
            wants_to_publish="_publish" in request.POST or not told,
        )

    def apply_draft(self) -> None:
        """Write the record's draft into the present transaction."""
        self.live = self.shown = rows_of(self.record)
        self.draft = draft_of(self.record)
        if self.draft:
            changes_in(self.draft).apply(reason=self.draft.note)
            self.record.refresh_from_db()
            self.shown = rows_of(self.record)
        self.seal = Seal(self.shown)

    def compare(self, sealed: str) -> None:
        """Note what others have changed since the form was opened with these rows."""
        opened = Seal.broken(sealed) if sealed else Seal(self.shown)
        self.meanwhile = differences(opened.seen, self.shown)
        self.meanwhile_by = self._last_editor() if self.meanwhile else ""
        self.seal = opened.beside(self.shown)
        self.seal.bring_back()

    @property
    def refusals(self) -> list[str]:
        """Why the form cannot be saved as it is, beside its own errors."""
        return [*([CONFLICT] if self.meanwhile else []), *([self.refusal] if self.refusal else [])]

    @cached_property
    def draft_changes(self) -> list[Difference]:
        """What the draft changes, in words."""
        return differences(self.live, self.shown)

    @cached_property
    def gaps(self) -> list[health.Gap]:
        """What the record lacks; of a code, what its whole story lacks."""
        if isinstance(self.record, Jar):
            return health.gaps_in_story(self.record)
        return health.gaps_of(self.record)

    def _last_editor(self) -> str:
        if self.draft:
            author, at = self.draft.author, self.draft.updated_at
        else:
            newest = revisions_of(type(self.record), self.record.pk)[0]
            author, at = newest.author, newest.at
        return f"{author or 'Somebody'}, {timesince(at)} ago"
