"""Edits of what readers see: kept apart, looked at, then published in one transaction.

docs/decisions/0008-drafts-are-rows.md says why a draft is rows, and not a second set of tables.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext

from upendo.editing.gaps import Gap, blocking, gaps_of
from upendo.editing.models import Draft, Draftable
from upendo.editing.people import name_of
from upendo.editing.plans import call_off, end_fulfilled
from upendo.editing.states.differences import UNKNOWN, Difference, lost, named
from upendo.editing.states.revisions import snapshot
from upendo.editing.states.rows import Changes, changes, rows_of


class NotPublishableError(Exception):
    """What keeps a draft from being published, in a sentence for people."""


@contextmanager
def undone() -> Iterator[None]:
    """Have everything that is written inside undone at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def draft_of(record: Draftable) -> Draft | None:
    """Return the draft of a record, locked until the transaction ends."""
    return next(iter(Draft.objects.of(record).locked()), None)


def changes_in(draft: Draft) -> Changes:
    """Return what a draft would change, without what is not known any more."""
    return _everything_in(draft).known()[0]


def lost_in(draft: Draft) -> list[Difference]:
    """Return what a draft says of fields that the code has lost since it was made."""
    return lost(_everything_in(draft).known()[1])


def save(record: Draftable, found: Changes, author: User, note: str = "") -> Draft | None:
    """Save changes as the draft of a record; none is left when there are no changes."""
    if not found:
        discard(record, author)
        return None
    draft = Draft.objects.of(record).first() or Draft(record=record)
    why = gettext("%(person)s has changed %(record)s since.")
    call_off([draft], author, why % {"person": name_of(author), "record": record})
    draft.changed, draft.added, draft.removed = found.changed, found.added, found.removed
    draft.author, draft.note = author, note
    draft.save()
    return draft


def edit(record: Draftable, write: Callable[[], None], author: User, *, waits: bool) -> None:
    """Have a function change a record and its parts, on top of its draft if it has one.

    Nothing but the draft is written where there is one already, or where the edit waits.
    """
    with transaction.atomic():
        type(record)._default_manager.select_for_update().get(pk=record.pk)
        snapshot(record)
        draft = draft_of(record)
        if not waits and draft is None:
            write()
            return
        live = rows_of(record)
        with undone():
            if draft:
                changes_in(draft).apply()
            write()
            found = changes(live, rows_of(record))
        save(record, found, author, draft.note if draft else "")


@transaction.atomic
def discard(record: Draftable, by: User) -> None:
    """Forget the draft of a record."""
    waiting = Draft.objects.of(record).locked()
    why = gettext("%(person)s has discarded the draft of %(record)s.")
    call_off(waiting, by, why % {"person": name_of(by), "record": record})
    Draft.objects.of(record).delete()


def end(record: Draftable) -> None:
    """Forget the draft of a record that has just been published in another way."""
    plans = list(Draft.objects.of(record).values_list("plan", flat=True))
    Draft.objects.of(record).delete()
    end_fulfilled(plans)


def publish(drafts: Iterable[Draft]) -> None:
    """Show drafts to readers, all of them or none. Raises NotPublishableError."""
    with transaction.atomic():
        keys = [draft.pk for draft in drafts]
        chosen = Draft.objects.get_queryset().filter(pk__in=keys).locked()
        for draft in chosen:
            _publish(draft)
        end_fulfilled(draft.plan_id for draft in chosen)


def refuse_new_gaps(record: Draftable, before: list[Gap]) -> None:
    """Raise NotPublishableError if a record got a gap that keeps stories from going live."""
    record.refresh_from_db()
    for gap in blocking(gaps_of(record)):
        if gap not in before:
            raise NotPublishableError(
                gettext("This cannot be published yet. %(words)s") % {"words": gap.words}
            )


def _everything_in(draft: Draft) -> Changes:
    return Changes(draft.changed, draft.added, draft.removed)


def _brings_to_readers(edit: Changes, record: Draftable) -> bool:
    """Whether an edit sets the link by which readers come upon a record."""
    return any(record.REACHED_BY in fields for fields in edit.changed.values())


def _publish(draft: Draft) -> None:
    record = draft.record
    if unknown := lost_in(draft):
        raise NotPublishableError(
            gettext(
                "%(record)s cannot be published: its draft is older than the form and "
                "has something that is %(unknown)s (%(named)s). Open its form and save "
                "it again to leave that out, or discard the draft."
            )
            % {"record": record, "unknown": UNKNOWN, "named": named(unknown)}
        )
    snapshot(record)
    edit = changes_in(draft)
    before = [] if _brings_to_readers(edit, record) else blocking(gaps_of(record))
    try:
        with transaction.atomic():
            edit.apply(reason=draft.note)
            connection.check_constraints()
    except IntegrityError as error:
        raise NotPublishableError(
            gettext(
                "%(record)s cannot be published: something it needs has changed since "
                "this draft was made. Open the draft, look at it and save it again."
            )
            % {"record": record}
        ) from error
    # A rule may be younger than the draft.
    if blocked := edit.refused_texts():
        raise NotPublishableError(
            gettext("%(record)s cannot be published yet. %(names)s")
            % {"record": record, "names": " ".join(blocked)}
        )
    refuse_new_gaps(record, before)
    draft.delete()
