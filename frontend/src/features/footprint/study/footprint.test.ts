import { describe, expect, it } from "vitest";
import { coversSameStages, differenceOf, notMeasured, perJar, totalOf } from "./footprint";
import { makeFootprint } from "./make-footprint";

describe("differenceOf", () => {
  it.each([
    [1906, 1112, { kind: "more", percent: 70 }],
    [1112, 1906, { kind: "less", percent: 40 }],
    [104, 100, { kind: "more", percent: 4 }],
    [1001, 1000, { kind: "same" }],
    [100, 100, { kind: "same" }],
    [300, 100, { kind: "times", times: 3 }],
    [1_000_001, 2, { kind: "times", times: 500_000 }],
    [2, 1_000_001, { kind: "trace" }],
    [16, 1000, { kind: "less", percent: 98 }],
    [0, 500, null],
    [500, 0, null],
    [0, 0, null],
  ])("finds %s against %s to be %j", (value, other, difference) => {
    expect(differenceOf(value, other)).toEqual(difference);
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
