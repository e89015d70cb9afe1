import { geoGraticule } from "d3-geo";
import type { Context, Frame } from "#features/forest/map/painting/frame";

const GRATICULE = geoGraticule().step([20, 20]).precision(8)();
const WHOLE_TURN = 2 * Math.PI;

/** The ground that everything else is drawn on: space, the glow of the air, and the sea. */
export function drawSea({ context, size, radius, paints }: Frame): void {
  const { width, height } = size;
  const [x, y] = [width / 2, height / 2];
  context.fillStyle = paints.space;
  context.fillRect(0, 0, width, height);

  const air = context.createRadialGradient(x, y, radius * 0.98, x, y, radius * 1.1);
  air.addColorStop(0, paints.glow);
  air.addColorStop(1, paints.space);
  context.globalAlpha = 0.4;
  fillDisc(context, x, y, radius * 1.1, air);

  context.globalAlpha = 1;
  fillDisc(context, x, y, radius, paints.water);
}

/** Land and borders of the whole world. */
export function drawWorld({ context, trace, paints, scene }: Frame): void {
  context.lineWidth = 0.7;
  context.strokeStyle = paints.line;
  context.globalAlpha = 0.22;
  context.stroke(trace(GRATICULE));

  const land = trace(scene.world.land);
  context.globalAlpha = 1;
  context.fillStyle = paints.land;
  context.fill(land);
  context.globalAlpha = 0.5;
  context.stroke(land);
  context.globalAlpha = 0.4;
  context.stroke(trace(scene.world.borders));

  context.globalAlpha = 1;
  context.fillStyle = paints.country;
  context.fill(trace(scene.outline.tanzania));
  context.fillStyle = paints.water;
  for (const lake of Object.values(scene.outline.lakes)) context.fill(trace(lake));
}

/** The shaded side, which makes the disc look like a ball. */
export function drawShade({ context, size, radius, paints }: Frame, strength: number): void {
  const [x, y] = [size.width / 2, size.height / 2];
  const shade = context.createRadialGradient(
    x - radius * 0.2,
    y - radius * 0.25,
    radius * 0.6,
    x,
    y,
    radius,
  );
  shade.addColorStop(0, paints["shade-clear"]);
  shade.addColorStop(1, paints.shade);
  context.globalAlpha = strength;
  fillDisc(context, x, y, radius, shade);
  context.globalAlpha = 1;
}

function fillDisc(
  context: Context,
  x: number,
  y: number,
  radius: number,
  paint: CanvasGradient | string,
): void {
  context.fillStyle = paint;
  context.beginPath();
  context.arc(x, y, radius, 0, WHOLE_TURN);
  context.fill();
}
