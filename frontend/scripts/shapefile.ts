import type { Position } from "geojson";

const HEADER = 100;
const POLYGON = 5;

/**
 * The polygons of an ESRI shapefile's `.shp` part, each as its rings, in the file's own units and
 * directions (outer rings clockwise). Throws if the file holds anything but polygons.
 */
export function readShapefilePolygons(file: Buffer): Position[][][] {
  const polygons: Position[][][] = [];
  let at = HEADER;
  while (at < file.length) {
    const words = file.readInt32BE(at + 4);
    polygons.push(readRings(file, at + 8));
    at += 8 + 2 * words;
  }
  return polygons;
}

function readRings(file: Buffer, at: number): Position[][] {
  const kind = file.readInt32LE(at);
  if (kind !== POLYGON) throw new Error(`Expected polygons in the shapefile, found type ${kind}.`);
  const ringCount = file.readInt32LE(at + 36);
  const pointCount = file.readInt32LE(at + 40);
  const firstPoint = at + 44 + 4 * ringCount;
  const starts = Array.from({ length: ringCount }, (_, i) => file.readInt32LE(at + 44 + 4 * i));
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? pointCount;
    return Array.from({ length: end - start }, (_, j) => {
      const point = firstPoint + 16 * (start + j);
      return [file.readDoubleLE(point), file.readDoubleLE(point + 8)];
    });
  });
}
