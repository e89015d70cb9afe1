import { describe, expect, it } from "vitest";
import { i18n } from "#locales/i18n";
import { comparisonFor, footballPitches } from "./area";

describe("an area made imaginable", () => {
  it.each([
    [441_000, 618_000],
    [0.714, 1],
    [100, 140],
  ])("%s hectares are %s football pitches", (hectares, pitches) => {
    expect(footballPitches(hectares)).toBe(pitches);
  });

  it.each([
    [441_000, "Greater London", 2.8],
    [195_000, "Greater London", 1.2],
    [120_000, "Hong Kong", 1.1],
    [59_000, "the Isle of Wight", 1.6],
    [5_000, "Central Park in New York", 15],
    [9_000_000, "the island of Ireland", 1.1],
    [420_000_000, "the whole of Tanzania", 4.4],
    [341, "Central Park in New York", 1],
  ])("%s hectares are compared with %s", (hectares, name, times) => {
    const found = comparisonFor(hectares);
    expect(found && i18n._(found.name)).toBe(name);
    expect(found?.times).toBe(times);
  });

  it("finds nothing for a very small forest", () => {
    expect(comparisonFor(300)).toBeNull();
  });
});
