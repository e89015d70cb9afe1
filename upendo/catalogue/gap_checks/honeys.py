"""What honeys, their batches and their footprints lack."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext

from upendo.catalogue.gap_checks.pictures import undescribed
from upendo.catalogue.models import Batch, Footprint, Honey
from upendo.editing.gaps import Gap, check


@check(Honey, "nutrition", "footprint")
def _honey(honey: Honey) -> Iterator[Gap]:
    if honey.jar_photo is None:
        yield Gap(
            gettext("%(honey)s has no photo of its jar.") % {"honey": honey}, honey, "id_jar_photo"
        )
    if not honey.nutrition.all():
        yield Gap(
            gettext("%(honey)s has no nutrition table.") % {"honey": honey}, honey, "nutrition"
        )
    if not hasattr(honey, "footprint"):
        add = f"{reverse('admin:catalogue_footprint_add')}?honey={honey.pk}#id_honey"
        yield Gap(
            gettext("%(honey)s has no footprint.") % {"honey": honey},
            honey,
            "footprint",
            address=add,
        )


@check(Batch, "steps__picture")
def _way(batch: Batch) -> Iterator[Gap]:
    steps = batch.steps.all()
    for step in steps:
        if step.picture is not None:
            yield from undescribed(
                step.picture, gettext("A picture of the way of lot %(batch)s") % {"batch": batch}
            )
    if steps and not all(step.day for step in steps):
        words = gettext(
            "A step of the way of lot %(batch)s has no day yet: readers do not see it."
        ) % {"batch": batch}
        yield Gap(words, batch, "steps")


@check(Batch)
def _batch(batch: Batch) -> Iterator[Gap]:
    if batch.moisture_percent is None:
        yield Gap(
            gettext("The moisture of lot %(batch)s is not measured.") % {"batch": batch},
            batch,
            "id_moisture_percent",
        )


@check(Footprint, "honey", "stages")
def _footprint(footprint: Footprint) -> Iterator[Gap]:
    if not footprint.source.strip():
        yield Gap(
            gettext("The %(footprint)s names no source.") % {"footprint": footprint},
            footprint,
            "id_source",
            blocks=True,
        )
    if not footprint.stages.all():
        yield Gap(
            gettext("The %(footprint)s has no stages.") % {"footprint": footprint},
            footprint,
            "stages-group",
            blocks=True,
        )
