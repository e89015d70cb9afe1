import { describe, expect, it } from "vitest";
import { coversSameStages, differenceOf, notMeasured, perJar, totalOf } from "./footprint";
import { makeFootprint } from "./make-footprint";

describe("differenceOf", () => {
  it.each([
    [1906, 1112, "more", 70],
    [1112, 1906, "less", 40],
    [104, 100, "more", 4],
    [1001, 1000, "same", 0],
    [300, 100, "more", 200],
  ])("finds %s against %s %s by about %s %%", (value, other, kind, percent) => {
    expect(differenceOf(value, other)).toEqual({ kind, percent });
  });
});

describe("perJar", () => {
  it("takes the jar's share of a kilogram", () => {
    expect(perJar(1906, 350)).toBeCloseTo(667.1);
  });
});

describe("stages that were not measured", () => {
  it("are named for each honey", () => {
    const footprint = makeFootprint();
    expect(notMeasured(footprint, "grams_per_kg")).toEqual(["Beekeeping"]);
    expect(notMeasured(footprint, "comparison_grams_per_kg")).toEqual(["Beekeeping"]);
  });

  it("forbid a comparison when they differ between the two", () => {
    expect(coversSameStages(makeFootprint())).toBe(true);
    const stage = { label: "Drying", grams_per_kg: 5, comparison_grams_per_kg: null };
    expect(coversSameStages(makeFootprint({ stages: [stage] }))).toBe(false);
  });

  it("leave no total when there is no other stage, and a measured 0 stays 0", () => {
    const none = { label: "Drying", grams_per_kg: null, comparison_grams_per_kg: 0 };
    const footprint = makeFootprint({ stages: [none], comparison_total_grams_per_kg: 0 });
    expect(totalOf(footprint, "grams_per_kg")).toBeNull();
    expect(totalOf(footprint, "comparison_grams_per_kg")).toBe(0);
  });
});
