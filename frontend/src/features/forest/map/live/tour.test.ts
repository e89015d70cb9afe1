import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type View, WORLD } from "#features/forest/map/painting/view";
import type { Step } from "#features/forest/map/steps";
import { makeForest } from "#features/forest/place/make-forest";
import { makeStory } from "#testing/story";
import { Tour } from "./tour";

function makeMap() {
  return {
    view: WORLD,
    size: { width: 400, height: 300 },
    show: vi.fn<(view: View) => void>(),
    fly: vi.fn<(view: View) => Promise<void>>(async () => undefined),
    stop: vi.fn<() => void>(),
  };
}

function startTour(forest = makeForest()) {
  const map = makeMap();
  const steps: (Step | null)[] = [];
  const tour = new Tour(map, { forest }, (step) => steps.push(step));
  void tour.start();
  return { map, steps, tour };
}

function preferStillness(still: boolean) {
  vi.spyOn(window, "matchMedia").mockReturnValue({ matches: still } as MediaQueryList);
}

describe("Tour", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    preferStillness(false);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("flies from the world over the country to the forest", async () => {
    const { map, steps } = startTour();
    await vi.runAllTimersAsync();
    expect(steps).toEqual(["world", "country", "forest"]);
    expect(map.fly).toHaveBeenCalledTimes(2);
  });

  it("ends at the country when nobody knows where the forest is", async () => {
    const { steps } = startTour(makeStory().forest);
    await vi.runAllTimersAsync();
    expect(steps).toEqual(["world", "country"]);
  });

  it("jumps to the forest, without a flight, where motion is not wanted", async () => {
    preferStillness(true);
    const { map, steps } = startTour();
    await vi.runAllTimersAsync();
    expect(steps).toEqual(["forest"]);
    expect(map.fly).not.toHaveBeenCalled();
    expect(map.show).toHaveBeenCalledOnce();
  });

  it("lets go for good as soon as the reader leads", async () => {
    const { map, steps, tour } = startTour();
    tour.lead({ ...WORLD, zoom: 2 });
    await vi.runAllTimersAsync();
    expect(steps).toEqual(["world", null]);
    expect(map.fly).not.toHaveBeenCalled();
    expect(map.show).toHaveBeenLastCalledWith({ ...WORLD, zoom: 2 });
  });

  it("fills a frame of another size with the same step", () => {
    const { map, tour } = startTour();
    tour.refit();
    expect(map.show).toHaveBeenCalledTimes(2);
    tour.lead(WORLD);
    tour.refit();
    expect(map.show).toHaveBeenCalledTimes(3);
  });
});
