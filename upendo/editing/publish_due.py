"""Publishes drafts at the times that people have set, in the courier's rounds.

What is refused leaves the drafts as they are; whoever set the time is told why, by email and at the
draft.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

from django.contrib.auth.models import User
from django.db import OperationalError, transaction
from django.utils.translation import gettext
from simple_history.models import HistoricalRecords

from upendo.editing import drafts
from upendo.editing.models import Draft, PlannedPublication
from upendo.editing.people import name_of
from upendo.editing.plans import seen_in

logger = logging.getLogger(__name__)


def publish_due() -> None:
    """Publish all drafts whose time has come, and forget plans that have ended."""
    due = PlannedPublication.objects.due().order_by("at", "pk")
    for pk in list(due.values_list("pk", flat=True)):
        _carry_out(pk)
    ended = PlannedPublication.objects.filter(drafts=None).exclude(refused="")
    ended.exclude(pk__in=PlannedPublication.objects.waiting()).delete()


@transaction.atomic
def _carry_out(pk: int) -> None:
    plan = PlannedPublication.objects.due().free().filter(pk=pk).first()
    if plan is None:  # another worker does it, or somebody has just set another time
        return
    try:
        with transaction.atomic():
            _publish(plan)
    except drafts.NotPublishableError as refusal:
        plan.refuse(str(refusal))
    except OperationalError:
        raise  # the database is away or busy: the next round tries again
    except Exception:  # what is wrong with one plan must not hold the others up
        logger.exception("A planned publication failed.")
        plan.refuse(gettext("Something went wrong on the server. Try to publish it by hand."))


def _publish(plan: PlannedPublication) -> None:
    chosen = Draft.objects.get_queryset().filter(plan=plan).locked()
    person = plan.asked_by
    if not chosen:
        raise drafts.NotPublishableError(
            gettext("No draft is left: it has gone, or its record has.")
        )
    if person is None or not _may_publish(person, chosen):
        raise drafts.NotPublishableError(
            gettext("%(person)s may not publish it any more.") % {"person": name_of(person)}
        )
    if seen_in(chosen) != plan.seen:
        raise drafts.NotPublishableError(
            gettext(
                "The drafts, or what readers see of them, have changed since the time was set. "
                "Look "
                "again, then publish."
            )
        )
    with _in_the_name_of(person):
        drafts.publish(chosen)


def _may_publish(person: User, chosen: list[Draft]) -> bool:
    may = person.is_staff and person.has_perm("catalogue.publish_draft")
    readable = Draft.objects.readable_by(person).filter(pk__in=[draft.pk for draft in chosen])
    return may and readable.count() == len(chosen)


@contextmanager
def _in_the_name_of(person: User) -> Iterator[None]:
    """Have the history say who published, which else it learns of the request."""
    context = HistoricalRecords.context
    context.request = SimpleNamespace(user=person)
    try:
        yield
    finally:
        del context.request
