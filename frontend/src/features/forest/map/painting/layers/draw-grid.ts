import { geoGraticule } from "d3-geo";
import type { Frame } from "#features/forest/map/painting/frame";

/** In degrees: what may lie between two lines of the grid. */
const STEPS = [10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05];
/** In CSS pixels: lines are at least so far apart. */
const APART = 105;
/** In kilometres per pixel: from farther away, names need the room. */
const LABELLED_CLOSER_THAN = 3;
const KM_PER_DEGREE = 111.19;
const EDGE = 11;

/** Lines of longitude and latitude with their degrees along the edges, as on a printed sheet. */
export function drawGrid(frame: Frame, strength: number): void {
  const { context, trace, paints, view } = frame;
  // Nearer the poles, meridians are closer to each other.
  const narrowing = Math.cos((view.latitude * Math.PI) / 180);
  const [across, along] = [stepOf(frame.scale / narrowing), stepOf(frame.scale)];
  const [longitudes, latitudes] = [lines(view.longitude, across), lines(view.latitude, along)];
  const graticule = geoGraticule()
    .step([across, along])
    .extent([
      [longitudes[0] ?? 0, latitudes[0] ?? 0],
      [(longitudes.at(-1) ?? 0) + across / 2, (latitudes.at(-1) ?? 0) + along / 2],
    ]);
  context.strokeStyle = paints.line;
  context.lineWidth = 0.8;
  context.globalAlpha = strength * 0.35;
  context.stroke(trace(graticule()));
  context.globalAlpha = 1;
  context.fillStyle = paints["grid-text"];
  context.font = `13px ${paints.textFont}`;
  if (!isLabelled(frame)) return;
  for (const longitude of longitudes) labelAtTop(frame, longitude);
  for (const latitude of latitudes) labelAtLeft(frame, latitude);
}

/** Whether degrees stand along the upper and the left edge. */
export function isLabelled({ scale }: Frame): boolean {
  return scale <= LABELLED_CLOSER_THAN;
}

function stepOf(kilometresPerPixel: number): number {
  return STEPS.findLast((degrees) => (degrees * KM_PER_DEGREE) / kilometresPerPixel >= APART) ?? 10;
}

/** The lines around the middle of the frame. */
function lines(middle: number, step: number): number[] {
  return Array.from({ length: 15 }, (_, i) => (Math.round(middle / step) + i - 7) * step);
}

function labelAtTop({ context, place, view, size, scene }: Frame, longitude: number): void {
  const [x = -1] = place([longitude, view.latitude]) ?? [];
  if (x < 48 || x > size.width - 90) return;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(degrees(longitude, scene.compass.east, scene.compass.west), x, EDGE);
}

function labelAtLeft({ context, place, view, size, scene }: Frame, latitude: number): void {
  const [, y = -1] = place([view.longitude, latitude]) ?? [];
  if (y < 28 || y > size.height - 56) return;
  context.textAlign = "left";
  context.textBaseline = "bottom";
  context.fillText(degrees(latitude, scene.compass.north, scene.compass.south), 6, y - 1);
}

/** Beyond the date line, degrees are those of the other side. */
function degrees(angle: number, positive: string, negative: string): string {
  const value = angle > 180 ? angle - 360 : angle < -180 ? angle + 360 : angle;
  const rounded = Math.abs(Number(value.toFixed(2)));
  if (rounded === 0 || rounded === 180) return `${rounded}°`;
  return `${rounded}° ${value > 0 ? positive : negative}`;
}
