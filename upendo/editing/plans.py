"""Times at which drafts are to be published: set, taken back, called off."""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext

from upendo.editing.models import Draft, DraftQuerySet, PlannedPublication
from upendo.editing.people import name_of
from upendo.editing.states.rows import rows_of


@transaction.atomic
def set_time(drafts: Iterable[Draft], at: datetime, zone: str, by: User) -> PlannedPublication:
    """Have drafts published together at a time, instead of any time set before."""
    chosen = _these(drafts).locked()
    call_off(chosen, by, gettext("%(person)s has set another time.") % {"person": name_of(by)})
    plan: PlannedPublication = PlannedPublication.objects.create(
        at=at,
        zone=zone,
        asked_by=by,
        what=", ".join(str(draft.record) for draft in chosen),
        seen=seen_in(chosen),
    )
    # An update, since nobody has edited them.
    _these(chosen).update(plan=plan)
    return plan


@transaction.atomic
def take_back(drafts: Iterable[Draft], by: User) -> None:
    """Let drafts wait again for somebody who publishes them; also put a refusal away."""
    chosen = _these(drafts).locked()
    call_off(chosen, by, gettext("%(person)s has taken the time back.") % {"person": name_of(by)})
    _these(chosen).update(plan=None)


@transaction.atomic
def call_off(drafts: Iterable[Draft], by: User, why: str) -> None:
    """End the plans of drafts, and tell those who asked for them, unless it is they who end it.

    One that is carried out at this moment goes on: then it finds what has changed.
    """
    planned = [draft for draft in drafts if draft.plan_id]
    plans = {draft.plan_id for draft in planned}
    for plan in PlannedPublication.objects.free().filter(pk__in=plans, refused=""):
        if plan.asked_by_id == by.pk:
            # Who saves one of these drafts now is not to name a plan that is gone.
            for draft in planned:
                if draft.plan_id == plan.pk:
                    draft.plan = None
            plan.delete()
        else:
            plan.refuse(why)


@transaction.atomic
def end_fulfilled(plans: Iterable[int | None]) -> None:
    """Forget plans of which no draft is left, since all have been published."""
    known = [plan for plan in plans if plan]
    for plan in PlannedPublication.objects.free().filter(pk__in=known, refused="", drafts=None):
        plan.delete()


def seen_in(drafts: Iterable[Draft]) -> str:
    """Return a text that differs once these drafts, or what readers see of it, have changed."""
    told = [[draft.pk, draft.changed, draft.added, draft.removed, _live(draft)] for draft in drafts]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _live(draft: Draft) -> list[Any]:
    rows = rows_of(draft.record)
    changed = {
        key: [rows.get(key, {}).get(name) for name in fields]
        for key, fields in draft.changed.items()
    }
    return [changed, [key in rows for key in draft.removed]]


def _these(drafts: Iterable[Draft]) -> DraftQuerySet:
    return Draft.objects.get_queryset().filter(pk__in=[draft.pk for draft in drafts])
