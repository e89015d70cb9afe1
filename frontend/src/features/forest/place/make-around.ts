import type { Around } from "./around";

/** What lies around the forest of `makeForest`, for tests. */
export function makeAround(overrides: Partial<Around> = {}): Around {
  const lake = [
    [31.86, -5.6],
    [31.86, -5.3],
    [32, -5.3],
    [32, -5.6],
    [31.86, -5.6],
  ];
  const river = [30.6, 31, 31.4, 31.8, 32.2].map((longitude) => [longitude, -4.95]);
  return {
    box: [30.2, -6.7, 32.6, -4.3],
    land: null,
    rivers: [{ name: "Long River", shape: { type: "MultiLineString", coordinates: [river] } }],
    lakes: [{ name: "Pool", shape: { type: "MultiPolygon", coordinates: [[lake]] } }],
    towns: [{ name: "Old Town", at: [31.95, -5.95] }],
    ...overrides,
  };
}
