import type { Story } from "#api/types";
import { makeStory } from "#testing/story";

/** A square forest with one apiary, for tests. */
export function makeForest(overrides: Partial<Story["forest"]> = {}): Story["forest"] {
  const ring = [
    [31, -5.9],
    [31, -5.1],
    [31.8, -5.1],
    [31.8, -5.9],
    [31, -5.9],
  ];
  return {
    ...makeStory().forest,
    boundary: { type: "MultiPolygon", coordinates: [[ring]] },
    boundary_note: "Drawn by us.",
    apiaries: [{ name: "The first apiary", longitude: 31.5, latitude: -5.4 }],
    ...overrides,
  };
}
