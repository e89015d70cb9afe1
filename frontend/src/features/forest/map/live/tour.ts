import type { Shown } from "#features/forest/map/painting/frame";
import type { View } from "#features/forest/map/painting/view";
import { type Step, stepsOf, viewOfStep } from "#features/forest/map/steps";
import type { Globe } from "./globe";

/** In milliseconds: long enough to see where one is before the next flight. */
const REST = 550;
const SHORT_FLIGHT = 220;

type Map = Pick<Globe, "view" | "size" | "show" | "fly" | "stop">;

/** Flies the map from step to step, such as from the whole world to the forest, and stops when the reader moves the map. */
export class Tour {
  #map: Map;
  #shown: Shown;
  #onStep: (step: Step | null) => void;
  #step: Step | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** `onStep` is called with each step, and with null when the reader has moved the map away. */
  constructor(map: Map, shown: Shown, onStep: (step: Step | null) => void) {
    this.#map = map;
    this.#shown = shown;
    this.#onStep = onStep;
  }

  /** From the first step to the last, with short rests; under reduced motion, there at once. */
  async start(): Promise<void> {
    const [first = "world", ...others] = stepsOf(this.#shown);
    if (prefersStillness()) {
      this.goTo(others.at(-1) ?? first);
      return;
    }
    this.#map.show(this.#viewOf(first));
    this.#say(first);
    for (const step of others) {
      const before = this.#step;
      await new Promise((resolve) => {
        this.#rest = setTimeout(resolve, REST);
      });
      if (this.#step !== before) return;
      this.#say(step);
      await this.#map.fly(this.#viewOf(step));
      if (this.#step !== step) return;
    }
  }

  goTo(step: Step): void {
    clearTimeout(this.#rest);
    this.#say(step);
    this.#goToView(this.#viewOf(step));
  }

  /** The reader moves the map: no step holds any more. */
  lead(view: View, how: "follow" | "fly" = "follow"): void {
    clearTimeout(this.#rest);
    this.#say(null);
    if (how === "follow") this.#map.show(view);
    else this.#goToView(view, SHORT_FLIGHT);
  }

  /** After the frame has changed its size, the step fills it again. */
  refit(): void {
    if (this.#step) this.#map.show(this.#viewOf(this.#step));
  }

  end(): void {
    clearTimeout(this.#rest);
    this.#step = null;
    this.#map.stop();
  }

  #goToView(view: View, duration?: number): void {
    if (prefersStillness()) this.#map.show(view);
    else void this.#map.fly(view, duration);
  }

  #viewOf(step: Step): View {
    return viewOfStep(step, this.#shown, this.#map.size);
  }

  #say(step: Step | null): void {
    if (step === this.#step) return;
    this.#step = step;
    this.#onStep(step);
  }
}

function prefersStillness(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
