import type { Frame } from "#features/forest/map/painting/frame";
import { scaleBar } from "#features/forest/map/scale-bar";

/** In CSS pixels. */
const INSET = 16;
/** In kilometres per pixel: from farther away the scale differs too much across the globe. */
const FARTHEST = 10;

/** The length of a round number of kilometres in the middle of the map. */
export function drawScale({ context, paints, scale, size, scene }: Frame): void {
  if (scale > FARTHEST) return;
  const bar = scaleBar(scale, Math.min(120, size.width / 3));
  const length = scene.kilometres.format(bar.kilometres);
  const [left, bottom] = [INSET, size.height - INSET];
  context.beginPath();
  context.moveTo(left, bottom - 6);
  context.lineTo(left, bottom);
  context.lineTo(left + bar.pixels, bottom);
  context.lineTo(left + bar.pixels, bottom - 6);
  context.lineJoin = "miter";
  for (const [width, paint] of [
    [5, paints.halo],
    [2, paints.text],
  ] as const) {
    context.lineWidth = width;
    context.strokeStyle = paint;
    context.stroke();
  }
  context.font = `600 14px ${paints.textFont}`;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  context.lineWidth = 4;
  context.lineJoin = "round";
  context.strokeStyle = paints.halo;
  context.strokeText(length, left + 6, bottom - 8);
  context.fillStyle = paints.text;
  context.fillText(length, left + 6, bottom - 8);
}
