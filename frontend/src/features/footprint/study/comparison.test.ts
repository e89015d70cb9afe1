import { expect, it } from "vitest";
import { comparisonIn, type Footprint, totalOf } from "./footprint";
import { makeFootprint } from "./make-footprint";

/** The same numbers in every run: Park and Miller's generator, from 0 to below 1. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Up to five stages with figures of any size, of which some are 0 and some were not measured. */
function madeUp(random: () => number): Footprint {
  const grams = () =>
    random() < 0.15 ? null : random() < 0.1 ? 0 : Math.floor(10 ** (random() * 7));
  const stages = Array.from({ length: Math.floor(random() * 6) }, (_, index) => {
    const ours = grams();
    const like = random() < 0.8 ? ours : grams();
    const other = like === null ? null : Math.floor(like * 2 ** (random() * 4 - 2));
    return { label: `Stage ${index}`, grams_per_kg: ours, comparison_grams_per_kg: other };
  });
  const sum = (side: "grams_per_kg" | "comparison_grams_per_kg") =>
    stages.reduce((total, stage) => total + (stage[side] ?? 0), 0);
  return makeFootprint({
    stages,
    total_grams_per_kg: sum("grams_per_kg"),
    comparison_total_grams_per_kg: sum("comparison_grams_per_kg"),
  });
}

/** Whether the numbers bear what a comparison says, to within half of its last figure. */
function isTrue(footprint: Footprint): boolean {
  const said = comparisonIn(footprint);
  const ours = totalOf(footprint, "grams_per_kg");
  const other = totalOf(footprint, "comparison_grams_per_kg");
  if (said === null) return true;
  if (!ours || !other) return false;
  const sameStages = footprint.stages.every(
    (stage) => (stage.grams_per_kg === null) === (stage.comparison_grams_per_kg === null),
  );
  const ratio = ours / other;
  switch (said.kind) {
    case "same":
      return sameStages && Math.abs(ratio - 1) <= 0.005;
    case "trace":
      return sameStages && ratio < 0.01;
    case "times":
      return sameStages && Math.abs(said.times / ratio - 1) <= 0.17;
    case "more":
      return sameStages && ratio > 1 && Math.abs((ratio - 1) * 100 - said.percent) <= 2.5;
    case "less":
      return sameStages && said.percent < 100 && Math.abs((1 - ratio) * 100 - said.percent) <= 2.5;
  }
}

it("never says what the numbers do not bear", () => {
  const random = makeRandom(20_261_126);
  const said = new Set<string>();
  for (let count = 0; count < 20_000; count += 1) {
    const footprint = madeUp(random);
    said.add(comparisonIn(footprint)?.kind ?? "none");
    if (!isTrue(footprint)) expect.fail(JSON.stringify(footprint));
  }
  expect([...said].sort()).toEqual(["less", "more", "none", "same", "times", "trace"]);
});
