"""Fills the way of a batch with the steps of another."""

from django.contrib.auth.models import User

from upendo.catalogue.models import Batch, BatchStep
from upendo.editing.copies import copy_part
from upendo.editing.drafts import edit
from upendo.editing.states.rows import as_rows


def copy_way(*, source: Batch, to: Batch, author: User, waits: bool) -> int:
    """Copy the steps of one batch to another that has none; return how many.

    Days and proofs stay behind, since they are of the other batch: readers do not see a step
    before it has a day. If it waits, the copy is the draft of the batch.
    """
    copied = 0

    def write() -> None:
        nonlocal copied
        if to.steps.exists():
            return
        for step in as_rows(source.steps.all()).values():
            copy_part(BatchStep, step, to)
            copied += 1

    edit(to, write, author, waits=waits)
    return copied
