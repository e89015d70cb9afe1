import type { Context } from "#features/forest/map/painting/frame";

/** How much sharper than CSS pixels the tile is drawn. */
export const TILE_SHARPNESS = 2;

const TILE = { width: 148, height: 112 };
/** Where trees stand in the tile, and how large they are. */
const TREES = [
  [18, 16, 1],
  [52, 24, 0.75],
  [84, 13, 0.9],
  [124, 22, 1.1],
  [34, 44, 1.15],
  [70, 50, 0.85],
  [104, 46, 1],
  [136, 56, 0.7],
  [14, 74, 0.8],
  [54, 80, 1],
  [90, 76, 1.2],
  [126, 88, 0.9],
  [30, 104, 0.95],
  [76, 106, 0.75],
  [108, 109, 0.85],
] as const;

type Tile = HTMLCanvasElement | OffscreenCanvas;

const tiles = new Map<string, Tile>();

/** A piece of miombo that repeats: flat crowns on thin stems. */
export function treeTile(paint: string): Tile {
  const known = tiles.get(paint);
  if (known) return known;
  const tile = blankTile(TILE.width * TILE_SHARPNESS, TILE.height * TILE_SHARPNESS);
  const context = tile.getContext("2d") as Context | null;
  if (context) {
    context.scale(TILE_SHARPNESS, TILE_SHARPNESS);
    context.fillStyle = context.strokeStyle = paint;
    for (const [x, y, size] of TREES) drawTree(context, x, y, size);
  }
  tiles.set(paint, tile);
  return tile;
}

/** Makes an empty canvas: a worker has no document, and an old browser no OffscreenCanvas. */
function blankTile(width: number, height: number): Tile {
  if (typeof OffscreenCanvas !== "undefined") return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement("canvas"), { width, height });
}

function drawTree(context: Context, x: number, y: number, size: number): void {
  context.lineWidth = 1.3 * size;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - 0.5 * size, y - 7 * size);
  context.stroke();
  for (const [right, up, width, height] of [
    [-2.5, 8, 5.5, 2.1],
    [2.5, 9.6, 5, 2.1],
    [-0.5, 11, 3.6, 1.6],
  ] as const) {
    context.beginPath();
    context.ellipse(x + right * size, y - up * size, width * size, height * size, 0, 0, 7);
    context.fill();
  }
}
