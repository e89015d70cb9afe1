import type { Subject } from "#features/forest/map/painting/frame";
import { hirePainter } from "#features/forest/map/painting/hire-painter";
import { moved, zoomed } from "#features/forest/map/painting/view";
import type { Step } from "#features/forest/map/steps";
import { type Hands, listenToPointers } from "./gestures";
import { Globe } from "./globe";
import { Tour } from "./tour";

/** What the page can do with an open map. */
export interface OpenMap {
  goTo(step: Step): void;
  /** Moves the picture by CSS pixels, to the right and down. */
  move(right: number, down: number): void;
  zoom(factor: number): void;
}

interface Options extends Subject {
  /** The element that the map fills and that takes the gestures. */
  frame: HTMLElement;
  onStep: (step: Step | null) => void;
  /** Told when the open map can be drawn no more. */
  onFail: () => void;
  /** Aborting it closes the map. */
  signal: AbortSignal;
}

/** Puts the map into its frame and starts its flight. Rejects when the browser cannot draw. */
export async function openMap({
  frame,
  onStep,
  onFail,
  signal,
  ...subject
}: Options): Promise<OpenMap> {
  // A canvas is given to a worker for good: each map has its own.
  const canvas = document.createElement("canvas");
  frame.append(canvas);
  signal.addEventListener("abort", () => canvas.remove());
  const painter = await hirePainter(canvas, subject, { signal, onFail });
  if (signal.aborted) throw new Error("The map was closed while it opened");
  const globe = new Globe(frame, painter);
  const tour = new Tour(globe, subject, onStep);
  const map: OpenMap = {
    goTo: (step) => tour.goTo(step),
    move: (right, down) => tour.lead(moved(globe.view, globe.size, right, down)),
    zoom: (factor) => tour.lead(zoomed(globe.view, globe.size, factor), "fly"),
  };
  const hands: Hands = {
    move: map.move,
    zoom: (factor, at, how) => tour.lead(zoomed(globe.view, globe.size, factor, at), how),
  };
  listenToPointers(frame, hands, signal);
  watchFrame(frame, signal, () => {
    const { width, height } = globe.size;
    globe.fitFrame();
    if (globe.size.width !== width || globe.size.height !== height) tour.refit();
  });
  signal.addEventListener("abort", () => tour.end());
  void tour.start();
  return map;
}

/** Calls back when the frame's size, or the page's colours or typefaces, have changed. */
function watchFrame(frame: HTMLElement, signal: AbortSignal, onChange: () => void): void {
  const observer = new ResizeObserver(onChange);
  observer.observe(frame);
  signal.addEventListener("abort", () => observer.disconnect());
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", onChange, { signal });
  document.fonts?.addEventListener("loadingdone", onChange, { signal });
}
