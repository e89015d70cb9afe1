import { describe, expect, it } from "vitest";
import { makeForest } from "#features/forest/place/make-forest";
import { makeStory } from "#testing/story";
import { stepsOf, viewOfStep } from "./steps";

const SIZE = { width: 400, height: 400 };

describe("the steps of the map", () => {
  it("lead nearer and nearer, down to the outline", () => {
    const forest = makeForest();
    const views = stepsOf({ forest }).map((step) => viewOfStep(step, { forest }, SIZE));
    const zooms = views.map(({ zoom }) => zoom);
    expect(zooms).toEqual([...zooms].sort((a, b) => a - b));
    expect(views.at(-1)?.longitude).toBeCloseTo(31.4);
  });

  it("end at the apiaries of a forest without an outline", () => {
    const forest = makeForest({ boundary: null });
    expect(stepsOf({ forest })).toHaveLength(3);
    expect(viewOfStep("forest", { forest }, SIZE).latitude).toBeCloseTo(-5.4);
  });

  it("end at the country when nothing more is known", () => {
    const { forest } = makeStory();
    expect(stepsOf({ forest })).toEqual(["world", "country"]);
    expect(viewOfStep("country", { forest }, SIZE).longitude).toBeCloseTo(34.9, 0);
  });

  it("lead out of the forest to all of a way, over the date line too", () => {
    const at = (longitude: number) => ({ name: "", at: [longitude, -10] as const });
    const shown = { forest: makeForest(), way: [at(170), at(-170)] };
    expect(stepsOf(shown)).toEqual(["forest", "way"]);
    expect(viewOfStep("way", shown, SIZE).longitude).toBeCloseTo(-180);
  });

  it("show the surroundings of a forest in a country without an outline of ours", () => {
    const forest = makeForest({ country: "Zambia" });
    expect(viewOfStep("country", { forest }, SIZE).longitude).toBeCloseTo(31.4);
  });
});
