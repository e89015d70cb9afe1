import type { MultiPolygon } from "geojson";
import type { Frame } from "./frame";
import type { Box } from "./view";

/** Tanzania and around it, in more detail, over what the world's data shows there. */
export function drawRegion({ context, path, paints, scene }: Frame, strength: number): void {
  const { box, land, tanzania, lakes, borders, coast } = scene.region;
  const area = (shape: MultiPolygon | ReturnType<typeof ground>, paint: string) => {
    context.beginPath();
    path(shape);
    context.globalAlpha = strength;
    context.fillStyle = paint;
    context.fill();
  };
  area(ground(box), paints.water);
  context.lineJoin = "round";
  shore(context, () => path(coast), paints["water-deep"], strength);
  area(land, paints.land);
  area(tanzania, paints.country);
  area(lakes, paints.water);
  drawLakeShores({ context, path, paints, lakes, strength });

  context.globalAlpha = strength;
  context.strokeStyle = paints.line;
  context.lineWidth = 0.9;
  context.beginPath();
  path(coast);
  path(lakes);
  context.stroke();
  context.setLineDash([5, 3]);
  context.beginPath();
  path(borders);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

interface Lakes extends Pick<Frame, "context" | "path" | "paints"> {
  lakes: MultiPolygon;
  strength: number;
}

/** Inside the lakes only, so that water darkens towards its shore as on an engraved map. */
function drawLakeShores({ context, path, paints, lakes, strength }: Lakes): void {
  context.save();
  context.beginPath();
  path(lakes);
  context.clip();
  shore(context, () => path(lakes), paints["water-deep"], strength);
  context.restore();
}

function shore(
  context: CanvasRenderingContext2D,
  trace: () => void,
  paint: string,
  strength: number,
): void {
  context.strokeStyle = paint;
  context.globalAlpha = strength * 0.35;
  context.beginPath();
  trace();
  for (const width of [14, 8, 4]) {
    context.lineWidth = width;
    context.stroke();
  }
}

/** A box as a polygon; its edges follow the parallels, as great circles would not. */
function ground([west, south, east, north]: Box) {
  const longitudes = Array.from({ length: 14 }, (_, i) => west + ((east - west) * i) / 13);
  const ring = [
    ...longitudes.map((x) => [x, north]),
    ...longitudes.toReversed().map((x) => [x, south]),
    [west, north],
  ];
  return { type: "Polygon" as const, coordinates: [ring] };
}
