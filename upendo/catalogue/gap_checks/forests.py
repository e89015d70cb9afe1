"""What forests lack."""

from collections.abc import Iterator

from django.utils.translation import gettext

from upendo.catalogue.models import Forest
from upendo.editing.gaps import Gap, check

SOURCES = {"area_hectares": "area_source", "beekeeper_count": "beekeeper_count_source"}


@check(Forest)
def _forest(forest: Forest) -> Iterator[Gap]:
    if not forest.boundary:
        yield Gap(
            gettext("%(forest)s has no outline for the map.") % {"forest": forest}, forest, "id_kml"
        )
    if forest.photo is None:
        yield Gap(gettext("%(forest)s has no photo.") % {"forest": forest}, forest, "id_photo")
    for figure, name in (
        ("area_hectares", gettext("area")),
        ("beekeeper_count", gettext("number of beekeepers")),
    ):
        if getattr(forest, figure) is not None and not _source(forest, figure):
            yield Gap(
                gettext("The %(name)s of %(forest)s names no source.")
                % {"name": name, "forest": forest},
                forest,
                f"id_{SOURCES[figure]}",
                blocks=True,
            )


def _source(forest: Forest, figure: str) -> str:
    source: str = getattr(forest, SOURCES[figure])
    return source.strip()
