import outline from "./data/outline.json";
import region from "./data/region.json";
import world from "./data/world.json";
import type { MapData, Scene } from "./frame";
import { listenToHands } from "./gestures";
import { Globe } from "./globe";
import type { Step } from "./steps";
import { Tour } from "./tour";
import { moved, zoomed } from "./view";

/** What the page can do with an open map. */
export interface OpenMap {
  goTo(step: Step): void;
  /** Moves the picture by CSS pixels, to the right and down. */
  move(right: number, down: number): void;
  zoom(factor: number): void;
  close(): void;
}

interface Options {
  canvas: HTMLCanvasElement;
  /** The element that takes the gestures. */
  frame: HTMLElement;
  forest: Scene["forest"];
  labels: Scene["labels"];
  /** Words a length for the scale bar. */
  kilometres: (km: number) => string;
  onStep: (step: Step | null) => void;
}

/**
 * Draws the map and starts its flight. This module brings the drawing code and its data along, so
 * import it only when they are wanted. Throws when the browser cannot draw.
 */
export function openMap({ canvas, frame, forest, labels, kilometres, onStep }: Options): OpenMap {
  const data = { world, region, outline } as unknown as MapData;
  const globe = new Globe(canvas, { ...data, forest, labels }, kilometres);
  const tour = new Tour(globe, forest, onStep);
  const map: Omit<OpenMap, "close"> = {
    goTo: (step) => tour.goTo(step),
    move: (right, down) => tour.lead(moved(globe.view, globe.size, right, down)),
    zoom: (factor) => tour.lead(zoomed(globe.view, globe.size, factor), "fly"),
  };
  const stopListening = listenToHands(frame, {
    move: map.move,
    zoom: (factor, at, how) => tour.lead(zoomed(globe.view, globe.size, factor, at), how),
  });
  const stopWatching = watchFrame(canvas, () => {
    const { width, height } = globe.size;
    globe.fitFrame();
    if (globe.size.width !== width || globe.size.height !== height) tour.refit();
  });
  void tour.start();
  return {
    ...map,
    close() {
      stopListening();
      stopWatching();
      tour.end();
    },
  };
}

/** Says when the canvas has another size, or the page other colours or typefaces. */
function watchFrame(canvas: HTMLCanvasElement, onChange: () => void): () => void {
  const observer = new ResizeObserver(onChange);
  observer.observe(canvas);
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", onChange);
  document.fonts?.addEventListener("loadingdone", onChange);
  return () => {
    observer.disconnect();
    dark.removeEventListener("change", onChange);
    document.fonts?.removeEventListener("loadingdone", onChange);
  };
}
