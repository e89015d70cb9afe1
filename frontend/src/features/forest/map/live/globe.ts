import type { HiredPainter } from "#features/forest/map/painting/hire-painter";
import { type Paints, readPaints } from "#features/forest/map/painting/paints";
import {
  between,
  durationOf,
  type Size,
  type View,
  WORLD,
  within,
} from "#features/forest/map/painting/view";

/** The most canvas pixels along one CSS pixel: more is not visible, and takes longer to draw. */
const MOST_SHARPNESS = 2;

/** Holds the map's view and its flights from one view to another; a painter draws each view. */
export class Globe {
  #frame: HTMLElement;
  #painter: HiredPainter;
  #paints: Paints;
  #view: View = WORLD;
  #size: Size;
  #request = 0;
  #arrive: (() => void) | null = null;

  constructor(frame: HTMLElement, painter: HiredPainter) {
    this.#frame = frame;
    this.#painter = painter;
    this.#paints = readPaints(frame);
    this.#size = sizeOf(frame);
  }

  get view(): View {
    return this.#view;
  }

  get size(): Size {
    return this.#size;
  }

  /** Shows a view at once. */
  show(view: View): void {
    this.stop();
    this.#look(within(view));
  }

  /** Flies to a view; resolves on arrival, or when something else stops the flight. */
  fly(to: View, duration = durationOf(this.#view, to)): Promise<void> {
    this.stop();
    const from = this.#view;
    let start: number | null = null;
    return new Promise((resolve) => {
      this.#arrive = resolve;
      const step = (now: number) => {
        start ??= now;
        const time = Math.min(1, (now - start) / duration);
        this.#look(between(from, to, eased(time)));
        if (time < 1) this.#request = requestAnimationFrame(step);
        else this.stop();
      };
      this.#request = requestAnimationFrame(step);
    });
  }

  /** Reads the frame's size and colours again; call it when they have changed. */
  fitFrame(): void {
    this.#size = sizeOf(this.#frame);
    this.#paints = readPaints(this.#frame);
    this.#look(this.#view);
  }

  /** Ends a flight where it is. */
  stop(): void {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
    this.#arrive?.();
    this.#arrive = null;
  }

  #look(view: View): void {
    this.#view = view;
    this.#painter.paint({
      view,
      size: this.#size,
      sharpness: Math.min(MOST_SHARPNESS, window.devicePixelRatio || 1),
      paints: this.#paints,
    });
  }
}

function sizeOf(element: Element): Size {
  const { width, height } = element.getBoundingClientRect();
  return { width, height };
}

/** Time from 0 to 1, slow at the start and at the end. */
function eased(time: number): number {
  return time < 0.5 ? 4 * time ** 3 : 1 - (2 - 2 * time) ** 3 / 2;
}
