import type { Story } from "#api/types";
import { type Size, type View, viewOfBox, WORLD } from "#features/forest/map/painting/view";
import outline from "#features/forest/place/data/outline.json";
import { boxAround, knownPoints } from "#features/forest/place/shapes";

type Forest = Story["forest"];

/** How near the map looks, from far to near. */
export type Step = "world" | "country" | "forest";

/** In degrees: the close view never shows less than about 50 km. */
const LEAST_EXTENT = 0.45;
/** How much more than the forest is shown around it. */
const SURROUNDINGS = 1.45;
/** In degrees: what is shown of a country whose outline we do not have. */
const COUNTRY_EXTENT = 12;

/** The steps there are for a forest: without an outline or apiaries, only down to its country. */
export function stepsOf(forest: Forest): Step[] {
  return knownPoints(forest).length > 0 ? ["world", "country", "forest"] : ["world", "country"];
}

/** Whether the map has the outline of the forest's country. */
export function isInTanzania({ country }: Forest): boolean {
  return country.trim().toLowerCase() === "tanzania";
}

export function viewOfStep(step: Step, forest: Forest, size: Size): View {
  const points = knownPoints(forest);
  const box = {
    world: null,
    country: isInTanzania(forest)
      ? boxAround(outline.tanzania.coordinates.flat(2))
      : boxAround(points, COUNTRY_EXTENT),
    forest: boxAround(points, LEAST_EXTENT),
  }[step];
  if (!box) return WORLD;
  const view = viewOfBox(box, size);
  return step === "forest" ? { ...view, zoom: view.zoom / SURROUNDINGS } : view;
}
