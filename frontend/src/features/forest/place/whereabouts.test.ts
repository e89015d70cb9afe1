import { describe, expect, it } from "vitest";
import { makeStory } from "#testing/story";
import { makeForest } from "./make-forest";
import { whereaboutsOf } from "./whereabouts";

describe("whereaboutsOf", () => {
  it("names the lake and the town nearest to the middle of the outline", () => {
    const found = whereaboutsOf(makeForest());
    expect(found?.latitude).toBeCloseTo(-5.5);
    expect(found?.lake?.name).toBe("Tanganyika");
    expect(found?.lake?.wind).toBe("east");
    expect(found?.lake?.kilometres).toBeCloseTo(180, -2);
    expect(found?.town?.name).toBe("Urambo");
  });

  it("knows nothing of a forest without outline and apiaries", () => {
    expect(whereaboutsOf(makeStory().forest)).toBeNull();
  });

  it("names no landmark that is far away", () => {
    const found = whereaboutsOf(
      makeForest({ boundary: null, apiaries: [{ name: "a", longitude: -3, latitude: 40 }] }),
    );
    expect(found).toEqual({ longitude: -3, latitude: 40, lake: null, town: null });
  });
});
