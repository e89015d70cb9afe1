"""Shows the outline that was read from a KML file: a drawing, and a warning about its area."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from upendo.catalogue.maps.boundaries import Boundary
from upendo.catalogue.maps.flat_map import WIDTH, FlatMap, box_around

MARGIN = 0.08  # around the forest, as a part of its longer side
TOLERANCE = 0.1  # as a part of the stated area; an outline of few corners is not exact


def draw_outline(boundary: Boundary, stated_hectares: int | None) -> SafeString:
    """Return a map of the outline and its apiaries, and its area beside the stated one."""
    coordinates = boundary.outline["coordinates"]
    view = FlatMap(box_around(coordinates, MARGIN))
    return render_to_string(
        "catalogue/outline.html",
        {
            "boundary": boundary,
            "width": WIDTH,
            "height": view.height,
            "path": view.path(coordinates),
            "places": [view.point((a["longitude"], a["latitude"])) for a in boundary.apiaries],
            "warning": _compare(boundary.hectares, stated_hectares),
        },
    )


def _compare(measured: int, stated: int | None) -> str:
    if not stated or abs(measured - stated) <= TOLERANCE * stated:
        return ""
    return (
        f"The area stated below is {stated:,} ha, {_how_far(measured / stated)} the outline's. "
        "Check the figure and the file."
    )


def _how_far(ratio: float) -> str:
    if ratio >= 2 or ratio <= 0.5:
        times = max(ratio, 1 / ratio)
        return f"{times:,.0f} times " + ("less than" if ratio > 1 else "more than")
    return f"{abs(1 - 1 / ratio):.0%} " + ("less than" if ratio > 1 else "more than")
