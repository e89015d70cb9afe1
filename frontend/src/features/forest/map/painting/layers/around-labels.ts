import { alongLine, amidPoints, besideDot, type Placed } from "#features/forest/map/label-room";
import type { Frame } from "#features/forest/map/painting/frame";
import type { Label } from "#features/forest/map/painting/map-labels";
import { nearness } from "./draw-around";

/** The names of what lies around the forest, when the map is near enough to show all of it. */
export function aroundLabels(frame: Frame): Label[] {
  const { around } = frame.scene;
  if (!around || nearness(frame) < 1) return [];
  const { place, size } = frame;
  const towns = around.towns.flatMap(({ name, at }): Label[] => {
    const dot = place(at);
    return dot ? label(name, "town", besideDot(...dot), dot) : [];
  });
  const lakes = around.lakes.flatMap(({ name, shape }): Label[] => {
    const points = shape.coordinates.flat(2).flatMap((point) => [place(point) ?? []]);
    return label(name, "water", amidPoints(points, size));
  });
  const rivers = around.rivers.flatMap(({ name, shape }): Label[] => {
    const points = shape.coordinates.flat().flatMap((point) => [place(point) ?? []]);
    return label(name, "river", alongLine(points, size));
  });
  return [...towns, ...lakes, ...rivers];
}

/** Where the first place is not free, the name goes to one of the others. */
function label(
  text: string,
  look: Label["look"],
  [first, ...or]: Placed[],
  dot?: [number, number],
): Label[] {
  if (!text || !first) return [];
  // Each place says all of where it is: nothing of the first stays in another.
  const others = or.map((other) => ({ align: "center" as const, turned: 0, ...other }));
  return [{ ...first, text, look, or: others, ...(dot && { dot }) }];
}
