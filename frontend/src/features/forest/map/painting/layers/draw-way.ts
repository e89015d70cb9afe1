import { geoInterpolate } from "d3-geo";
import type { Position } from "geojson";
import type { Frame } from "#features/forest/map/painting/frame";

/** How many pieces a leg is drawn in, so that it follows the globe. */
const PIECES = 24;

/** A line from stop to stop of a batch's way, the shortest over the globe, and a dot at each. */
export function drawWay(frame: Frame): void {
  const { context, paints, place, scene } = frame;
  const stops = (scene.way ?? []).map(({ at }): [number, number] => [...at]);
  if (stops.length === 0) return;
  const line = frame.trace({ type: "LineString", coordinates: lineThrough(stops) });
  context.lineJoin = context.lineCap = "round";
  for (const [width, paint] of [
    [6, paints["mark-line"]],
    [3, paints.mark],
  ] as const) {
    context.lineWidth = width;
    context.strokeStyle = paint;
    context.stroke(line);
  }
  for (const stop of stops) {
    const at = place(stop);
    if (!at) continue;
    context.beginPath();
    context.arc(...at, 6, 0, 2 * Math.PI);
    context.fillStyle = paints.mark;
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = paints["mark-line"];
    context.stroke();
  }
}

function lineThrough(stops: [number, number][]): Position[] {
  return stops.flatMap((stop, index) => {
    const before = stops[index - 1];
    if (!before) return [stop];
    const between = geoInterpolate(before, stop);
    return Array.from({ length: PIECES }, (_, piece) => between((piece + 1) / PIECES));
  });
}
