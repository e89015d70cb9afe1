import type { Story } from "#api/types";
import type { Shown } from "#features/forest/map/painting/frame";
import { type Size, type View, viewOfBox, WORLD } from "#features/forest/map/painting/view";
import outline from "#features/forest/place/data/outline.json";
import { boxAround, knownPoints } from "#features/forest/place/shapes";
import { unwrapped } from "#features/forest/way/stops";

type Forest = Story["forest"];

/** How near the map looks, from far to near; or at all of a way. */
export type Step = "world" | "country" | "forest" | "way";

/** In degrees: the close view never shows less than about 50 km. */
const LEAST_EXTENT = 0.45;
/** How much more than the forest is shown around it. */
const SURROUNDINGS = 1.45;
/** In degrees: what is shown of a country whose outline we do not have. */
const COUNTRY_EXTENT = 12;

/**
 * The steps there are for a forest: without an outline or apiaries, only down to its country. A way
 * leads from the forest out into the world.
 */
export function stepsOf({ forest, way }: Shown): Step[] {
  const isKnown = knownPoints(forest).length > 0;
  if (way) return isKnown ? ["forest", "way"] : ["way"];
  return isKnown ? ["world", "country", "forest"] : ["world", "country"];
}

/** Whether the map has the outline of the forest's country. */
export function isInTanzania({ country }: Forest): boolean {
  return country.trim().toLowerCase() === "tanzania";
}

export function viewOfStep(step: Step, { forest, way = [] }: Shown, size: Size): View {
  const points = knownPoints(forest);
  const box = {
    world: null,
    country: isInTanzania(forest)
      ? boxAround(outline.tanzania.coordinates.flat(2))
      : boxAround(points, COUNTRY_EXTENT),
    forest: boxAround(points, LEAST_EXTENT),
    way: boxAround(unwrapped(way), LEAST_EXTENT),
  }[step];
  if (!box) return WORLD;
  const view = viewOfBox(box, size);
  const isClose = step === "forest" || step === "way";
  return isClose ? { ...view, zoom: view.zoom / SURROUNDINGS } : view;
}
