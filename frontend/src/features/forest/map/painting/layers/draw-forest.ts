import type { Context, Frame } from "#features/forest/map/painting/frame";
import { boxAround, knownPoints } from "#features/forest/place/shapes";
import { drawRiversWithin } from "./draw-around";
import { TILE_SHARPNESS, treeTile } from "./tree-tile";

/** In CSS pixels: a smaller forest is marked by a pin. */
const SMALLEST = 9;
/** In CSS pixels: from this size on, there is room for trees. */
const ROOM_FOR_TREES = 90;
/** In kilometres per CSS pixel: nearer than this, apiaries are marked one by one. */
const APIARIES_CLOSER_THAN = 1.3;

/** Whether the forest is so small in the frame that a pin marks it. */
export function isPinned(frame: Frame): boolean {
  const { forest, way } = frame.scene;
  const marked = frame.scale <= APIARIES_CLOSER_THAN && forest.apiaries.length > 0;
  // A way begins here with a mark of its own.
  return (seenOf(frame)?.extent ?? SMALLEST) < SMALLEST && !marked && !way;
}

/** Where the middle of the forest is in the frame, and how large the forest; null out of sight. */
export function seenOf(frame: Frame): { middle: [number, number]; extent: number } | null {
  const box = boxAround(knownPoints(frame.scene.forest));
  if (!box) return null;
  const [west, south, east, north] = box;
  const [middle, corner] = [
    [(west + east) / 2, (south + north) / 2],
    [west, north],
  ].map(frame.place);
  if (!middle || !corner) return null;
  return { middle, extent: 2 * Math.max(middle[0] - corner[0], middle[1] - corner[1]) };
}

/** The forest: a pin from afar, then its outline, then its trees, its rivers and apiaries. */
export function drawForest(frame: Frame): void {
  const seen = seenOf(frame);
  if (!seen) return;
  const { boundary } = frame.scene.forest;
  if (boundary && seen.extent >= SMALLEST) drawOutline(frame, boundary, seen.middle, seen.extent);
  if (frame.scale <= APIARIES_CLOSER_THAN) drawApiaries(frame);
  if (isPinned(frame)) drawPin(frame, seen.middle);
}

function drawOutline(
  frame: Frame,
  boundary: GeoJSON.MultiPolygon,
  middle: [number, number],
  extent: number,
): void {
  const { context, trace, paints } = frame;
  const outline = trace(boundary);
  context.lineJoin = "round";
  context.strokeStyle = paints.halo;
  context.lineWidth = 6;
  context.globalAlpha = 0.8;
  context.stroke(outline);
  context.globalAlpha = 1;
  context.fillStyle = paints.forest;
  context.fill(outline);
  if (extent > ROOM_FOR_TREES) {
    context.globalAlpha = Math.min(1, (extent - ROOM_FOR_TREES) / 80);
    fillWithTrees(frame, outline, middle);
    context.globalAlpha = 1;
  }
  drawRiversWithin(frame, outline);
  context.strokeStyle = paints["forest-line"];
  context.lineWidth = extent > ROOM_FOR_TREES ? 2.5 : 1.75;
  context.stroke(outline);
}

/** The trees stand in their place while the map moves. */
function fillWithTrees({ context, paints }: Frame, area: Path2D, middle: [number, number]): void {
  const trees = context.createPattern(treeTile(paints.tree), "repeat");
  if (!trees) return;
  trees.setTransform(new DOMMatrix().translate(...middle).scale(1 / TILE_SHARPNESS));
  context.fillStyle = trees;
  context.fill(area);
}

function drawPin({ context, paints }: Frame, [x, y]: [number, number]): void {
  context.beginPath();
  context.moveTo(x, y);
  context.bezierCurveTo(x - 4, y - 9, x - 11, y - 13, x - 11, y - 21);
  context.arc(x, y - 21, 11, Math.PI, 0);
  context.bezierCurveTo(x + 11, y - 13, x + 4, y - 9, x, y);
  fillMark(context, paints.mark, paints["mark-line"]);
  context.beginPath();
  context.arc(x, y - 21, 4, 0, 2 * Math.PI);
  context.fillStyle = paints["mark-line"];
  context.fill();
}

/** A cell of the comb for each apiary. */
function drawApiaries({ context, paints, place, scene }: Frame): void {
  for (const { longitude, latitude } of scene.forest.apiaries) {
    const at = place([longitude, latitude]);
    if (!at) continue;
    context.beginPath();
    for (let corner = 0; corner < 6; corner += 1) {
      const angle = ((corner + 0.5) * Math.PI) / 3;
      context.lineTo(at[0] + 8 * Math.cos(angle), at[1] + 8 * Math.sin(angle));
    }
    context.closePath();
    fillMark(context, paints.mark, paints["mark-line"]);
  }
}

function fillMark(context: Context, fill: string, line: string): void {
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = line;
  context.lineWidth = 2;
  context.stroke();
}
