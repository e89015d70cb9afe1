"""Takes many codes through a step of their life, some at a time, outside the request that asked.

Whoever looks at a step's page has it go on, and so does the courier's round, for those who have
closed it. What is done stays done; who stops in between leaves the rest as it is.
"""

import time
from uuid import UUID

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from upendo.catalogue import lifecycle
from upendo.catalogue.models import Jar
from upendo.editing.gaps import Gap
from upendo.labels.models import LongStep

SECONDS_A_REQUEST = 5  # of work, less than a host waits for
SECONDS_A_ROUND = 20  # of the courier's work for steps whose pages are closed
CHANGES: dict[str, lifecycle.Change] = {
    "bring-live": lifecycle.bring_live,
    "retire": lifecycle.retire,
    "bring-back": lifecycle.bring_back,
    "publish": lifecycle.publish_drafts,
}


@transaction.atomic
def begin(*, key: UUID, name: str, jars: QuerySet[Jar], author: User) -> LongStep:
    """Keep which codes are to take a step, and return it. A key that is known begins nothing.

    However many they are, they never pass through here.
    """
    step, is_new = LongStep.objects.get_or_create(
        key=key, defaults={"name": name, "asked_by": author}
    )
    if is_new:
        chosen, values = jars.order_by().values("pk").query.sql_with_params()
        insert = f"""
            INSERT INTO labels_chosencode (step_id, jar_id)
            SELECT %s, chosen.id FROM ({chosen}) AS chosen (id)
        """  # noqa: S608 - Django's own statement
        with connection.cursor() as cursor:
            cursor.execute(insert, [step.pk, *values])
            step.number = cursor.rowcount
        step.save(update_fields=["number"])
    return step


def go_on(pk: int, seconds: float = SECONDS_A_REQUEST) -> LongStep:
    """Take codes through a step for some seconds, and return how far it is.

    Nothing happens while another request does so, nor when it has ended. One that gaps hold up
    goes on once they are mended.
    """
    step, end = LongStep.objects.get(pk=pk), time.monotonic() + seconds
    rounds = CHANGES[step.name](chosen(step), step.after, step.asked_by)
    while step.ended_at is None:
        with transaction.atomic():
            now = LongStep.objects.select_for_update(skip_locked=True).filter(pk=pk).first()
            if now is None or now.ended_at or now.after != step.after:
                break
            step = now
            try:
                done = next(rounds, None)
            except lifecycle.NotReadyError:
                step.is_held_up = True
            else:
                _keep(step, done)
            step.save()
        if step.is_held_up or time.monotonic() > end:
            break
    return LongStep.objects.get(pk=pk)


def go_on_with_all() -> None:
    """Go on with the steps that have not ended; gaps hold up none of the others."""
    for step in LongStep.objects.filter(ended_at=None, is_held_up=False).order_by("asked_at"):
        go_on(step.pk, SECONDS_A_ROUND)


def stop(pk: int) -> None:
    """End a step where it is."""
    with transaction.atomic():
        step = LongStep.objects.select_for_update().get(pk=pk)
        if step.ended_at is None:
            _end(step)
            step.save()


def chosen(step: LongStep) -> QuerySet[Jar]:
    """Return the codes of a step that has not ended, whether they have taken it or not."""
    return Jar.objects.filter(pk__in=step.chosen.values("jar"))


def gaps_of(step: LongStep) -> list[Gap]:
    """Return the gaps that hold a step up, now."""
    try:
        lifecycle.require_drafts_ready(chosen(step), step.after)
    except lifecycle.NotReadyError as refusal:
        return refusal.gaps
    return []


def _keep(step: LongStep, done: lifecycle.Round | None) -> None:
    step.is_held_up = False
    if done is None:
        _end(step)
    else:
        step.done, step.after = step.done + done.changed, done.up_to


def _end(step: LongStep) -> None:
    step.ended_at = timezone.now()
    step.chosen.all().delete()
