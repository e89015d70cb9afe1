import type { Frame } from "#features/forest/map/painting/frame";
import { type Box, KM_PER_DEGREE } from "#features/forest/place/shapes";
import { ground } from "./draw-region";

/** How large the cut-out is on the screen when it begins to be seen, in sizes of the frame. */
const BEGINS = 0.6;
/** And how much larger when all of it is seen: it is cut so that the last view shows it whole. */
const GROWS = 0.5;
/** In CSS pixels. */
const RIVER = 1.8;

/** From 0 to 1, how strongly the map shows what lies around the forest. */
export function nearness({ scene: { around }, scale, size }: Frame): number {
  if (!around) return 0;
  const [, south, , north] = around.box;
  const height = ((north - south) * KM_PER_DEGREE) / scale;
  return Math.max(0, Math.min(1, (height / Math.min(size.width, size.height) - BEGINS) / GROWS));
}

/** Rivers and lakes around the forest, and the coast where the map has no better one. */
export function drawAround(frame: Frame): void {
  const { context, trace, paints, scene } = frame;
  const { around, region } = scene;
  const strength = nearness(frame);
  if (!around || strength === 0) return;
  context.save();
  context.globalAlpha = strength;
  context.lineJoin = context.lineCap = "round";
  context.clip(trace(ground(around.box)));
  if (!isInside(around.box, region.box)) drawLand(frame);
  drawRivers(frame, paints.river);
  context.fillStyle = paints.water;
  context.strokeStyle = paints.line;
  context.lineWidth = 0.9;
  for (const { shape } of around.lakes) {
    const lake = trace(shape);
    context.fill(lake);
    context.stroke(lake);
  }
  context.restore();
}

/** The rivers once more, on the forest's green. */
export function drawRiversWithin(frame: Frame, forest: Path2D): void {
  const { context, paints } = frame;
  const strength = nearness(frame);
  if (strength === 0) return;
  context.save();
  context.globalAlpha = strength;
  context.lineJoin = context.lineCap = "round";
  context.clip(forest);
  drawRivers(frame, paints["forest-river"]);
  context.restore();
}

function drawRivers({ context, trace, scene: { around } }: Frame, paint: string): void {
  context.strokeStyle = paint;
  context.lineWidth = RIVER;
  for (const { shape } of around?.rivers ?? []) context.stroke(trace(shape));
}

/** The land, with our own country and the borders around it. */
function drawLand({ context, trace, paints, scene: { around, region } }: Frame): void {
  if (!around) return;
  const all = trace(ground(around.box));
  context.fillStyle = paints.water;
  context.fill(all);
  const land = around.land ? trace(around.land) : all;
  context.fillStyle = paints.land;
  context.fill(land);
  context.fillStyle = paints.country;
  context.fill(trace(region.tanzania));
  context.strokeStyle = paints.line;
  context.lineWidth = 0.9;
  if (around.land) context.stroke(land);
  context.setLineDash([5, 3]);
  context.stroke(trace(region.borders));
  context.setLineDash([]);
}

function isInside([west, south, east, north]: Box, around: Box): boolean {
  return west > around[0] && south > around[1] && east < around[2] && north < around[3];
}
