"""What lies around forests, found by its name; also what waits in a draft, for previews."""

from typing import Any

from upendo.catalogue.maps.surroundings import Surroundings
from upendo.catalogue.models import Forest
from upendo.editing.models import Draft


def find_surroundings(name: str) -> Surroundings | None:
    """Return what was cut out under a name, `cut_for`; none when no forest and no draft has it."""
    kept: Surroundings | None = (
        Forest.objects.filter(surroundings__cut_for=name)
        .values_list("surroundings", flat=True)
        .first()
    )
    return kept or next((found for found in _in_drafts() if found["cut_for"] == name), None)


def _in_drafts() -> list[Any]:
    drafts = Draft.objects.get_queryset().of_kind(Forest)
    rows = [fields for draft in drafts for fields in draft.changed.values()]
    return [fields["surroundings"] for fields in rows if fields.get("surroundings")]
