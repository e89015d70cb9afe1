import type { Frame } from "#features/forest/map/painting/frame";
import type { Box } from "#features/forest/place/shapes";

/** In CSS pixels: the shore darkens the water in bands so wide, as on an engraved map. */
const SHORES = [14, 8, 4];

/** Tanzania and around it, in more detail, over what the world's data shows there. */
export function drawRegion({ context, trace, paints, scene }: Frame, strength: number): void {
  const { box, ...shapes } = scene.region;
  const [lakes, coast] = [trace(shapes.lakes), trace(shapes.coast)];
  const fill = (area: Path2D, paint: string) => {
    context.globalAlpha = strength;
    context.fillStyle = paint;
    context.fill(area);
  };
  const shade = (shore: Path2D) => {
    context.globalAlpha = strength * 0.35;
    context.strokeStyle = paints["water-deep"];
    for (const width of SHORES) {
      context.lineWidth = width;
      context.stroke(shore);
    }
  };
  context.lineJoin = "round";
  fill(trace(ground(box)), paints.water);
  shade(coast);
  fill(trace(shapes.land), paints.land);
  fill(trace(shapes.tanzania), paints.country);
  fill(lakes, paints.water);
  context.save();
  context.clip(lakes);
  shade(lakes);
  context.restore();

  context.globalAlpha = strength;
  context.strokeStyle = paints.line;
  context.lineWidth = 0.9;
  context.stroke(coast);
  context.stroke(lakes);
  context.setLineDash([5, 3]);
  context.stroke(trace(shapes.borders));
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** A box as a polygon; its edges follow the parallels, as great circles would not. */
export function ground([west, south, east, north]: Box) {
  const longitudes = Array.from({ length: 14 }, (_, i) => west + ((east - west) * i) / 13);
  const ring = [
    ...longitudes.map((x) => [x, north]),
    ...[...longitudes].reverse().map((x) => [x, south]),
    [west, north],
  ];
  return { type: "Polygon" as const, coordinates: [ring] };
}
