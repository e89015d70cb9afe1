import { geoArea } from "d3-geo";
import type { MultiPolygon } from "geojson";
import { expect, it } from "vitest";
import outline from "#features/forest/place/data/outline.json";
import region from "#features/forest/place/data/region.json";
import world from "#features/forest/place/data/world.json";

/** In millions of square kilometres. */
const GLOBE = 510.1;

function areaOf(shape: unknown): number {
  return (geoArea(shape as MultiPolygon) / (4 * Math.PI)) * GLOBE;
}

it("land and water are not swapped by a ring that runs the wrong way", () => {
  expect(areaOf(world.land)).toBeCloseTo(148, -1);
  expect(areaOf(region.tanzania)).toBeCloseTo(0.945, 1);
  expect(areaOf(outline.tanzania)).toBeCloseTo(0.945, 1);
  expect(areaOf(outline.lakes.Victoria)).toBeCloseTo(0.068, 2);
  expect(areaOf(region.lakes)).toBeLessThan(0.2);
});
