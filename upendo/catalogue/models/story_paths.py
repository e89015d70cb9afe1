"""How a jar's story reaches each kind of record."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Model, Q

from upendo.catalogue.pictures.places import PLACES

# Look-ups from the jar, by the name of the model.
STORY_PATHS: dict[str, tuple[str, ...]] = {
    "jar": ("pk",),
    "retailer": ("retailer",),
    "beekeeper": ("beekeeper", "batch__people__beekeeper"),
    "batch": ("batch",),
    "honey": ("batch__honey",),
    "footprint": ("batch__honey__footprint",),
    "forest": ("batch__forest",),
    "picture": tuple(path for place in PLACES for path in place.paths),
    "recording": ("beekeeper__letter_recording", "batch__people__beekeeper__letter_recording"),
}


def paths_to(model: type[Model]) -> tuple[str, ...]:
    """Return how a jar's story reaches records of this model, as look-ups from the jar."""
    return STORY_PATHS.get(model._meta.model_name or "", ())


def any_of(conditions: Iterable[Q]) -> Q:
    """Return the condition that one of these holds."""
    return reduce(or_, conditions)
