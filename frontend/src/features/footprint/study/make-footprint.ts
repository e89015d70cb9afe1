import type { Footprint } from "./footprint";

/** A footprint for tests: three measured stages, one that is not. */
export function makeFootprint(overrides: Partial<Footprint> = {}): Footprint {
  return {
    subject: "This honey",
    comparison: "A domestic honey",
    method: "By the book",
    boundary: "Farm to shop",
    year: 2024,
    source: "A study",
    action: "Fewer lorries.",
    stages: [
      { label: "Beekeeping", grams_per_kg: null, comparison_grams_per_kg: null },
      { label: "Transport on land", grams_per_kg: 903, comparison_grams_per_kg: 451 },
      { label: "Packaging", grams_per_kg: 661, comparison_grams_per_kg: 661 },
      { label: "Sea freight", grams_per_kg: 342, comparison_grams_per_kg: 0 },
    ],
    total_grams_per_kg: 1906,
    comparison_total_grams_per_kg: 1112,
    ...overrides,
  };
}
