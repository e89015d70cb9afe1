import { drawForest } from "./draw-forest";
import { drawSea, drawShade, drawWorld } from "./draw-globe";
import { drawGrid } from "./draw-grid";
import { drawLabels } from "./draw-labels";
import { drawRegion } from "./draw-region";
import { drawScale } from "./draw-scale";
import { appearance, isWithin, makeFrame, type Scene } from "./frame";
import { type Paints, readPaints } from "./paints";
import { between, durationOf, type Size, type View, WORLD, within } from "./view";

/** Nothing is sharper than this for the eye, and every step costs time. */
const MOST_SHARPNESS = 2;

/** The map on a canvas. It draws when something has changed, and rests otherwise. */
export class Globe {
  #canvas: HTMLCanvasElement;
  #context: CanvasRenderingContext2D;
  #scene: Scene;
  #kilometres: (km: number) => string;
  #paints: Paints;
  #view: View = WORLD;
  #size: Size = { width: 0, height: 0 };
  #request = 0;
  #arrive: (() => void) | null = null;

  /**
   * `kilometres` words a length for the scale bar. Throws when the browser gives no drawing
   * context.
   */
  constructor(canvas: HTMLCanvasElement, scene: Scene, kilometres: (km: number) => string) {
    const context = canvas.getContext("2d");
    if (!context) throw new Error("This browser cannot draw on a canvas.");
    this.#canvas = canvas;
    this.#context = context;
    this.#scene = scene;
    this.#kilometres = kilometres;
    this.#paints = readPaints(canvas);
    this.fitFrame();
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
    this.#view = within(view);
    this.#drawSoon();
  }

  /** Flies to a view; the promise is kept on arrival, or when something else stops the flight. */
  fly(to: View, duration = durationOf(this.#view, to)): Promise<void> {
    this.stop();
    const from = this.#view;
    let start: number | null = null;
    return new Promise((resolve) => {
      this.#arrive = resolve;
      const step = (now: number) => {
        start ??= now;
        const time = Math.min(1, (now - start) / duration);
        this.#view = between(from, to, eased(time));
        this.#draw();
        if (time < 1) this.#request = requestAnimationFrame(step);
        else this.stop();
      };
      this.#request = requestAnimationFrame(step);
    });
  }

  /** Takes the canvas's present size, sharpness and colours; say so when they have changed. */
  fitFrame(): void {
    const { width, height } = this.#canvas.getBoundingClientRect();
    const sharpness = Math.min(MOST_SHARPNESS, window.devicePixelRatio || 1);
    this.#size = { width, height };
    this.#canvas.width = Math.round(width * sharpness);
    this.#canvas.height = Math.round(height * sharpness);
    this.#context.setTransform(sharpness, 0, 0, sharpness, 0, 0);
    this.#paints = readPaints(this.#canvas);
    this.#draw();
  }

  /** Ends a flight where it is. */
  stop(): void {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
    this.#arrive?.();
    this.#arrive = null;
  }

  #drawSoon(): void {
    this.#request = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    const { width, height } = this.#size;
    if (width === 0 || height === 0) return;
    const frame = makeFrame({
      context: this.#context,
      view: this.#view,
      size: this.#size,
      paints: this.#paints,
      scene: this.#scene,
    });
    const detail = appearance(frame, 14, 10);
    drawSea(frame);
    if (detail < 1 || !isWithin(frame, this.#scene.region.box)) drawWorld(frame);
    if (detail > 0) drawRegion(frame, detail);
    if (detail > 0) drawGrid(frame, detail);
    if (detail < 1) drawShade(frame, 1 - detail);
    drawForest(frame);
    drawLabels(frame);
    drawScale(frame, this.#kilometres);
  }
}

/** Sets off and lands gently. */
function eased(time: number): number {
  return time < 0.5 ? 4 * time ** 3 : 1 - (2 - 2 * time) ** 3 / 2;
}
