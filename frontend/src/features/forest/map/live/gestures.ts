/** What gestures do to the map, in CSS pixels of its frame. */
export interface Hands {
  move(right: number, down: number): void;
  /** Comes nearer by a factor, around a point. `how` is "fly" for a single jump. */
  zoom(factor: number, at: Point, how: "follow" | "fly"): void;
}

interface Point {
  x: number;
  y: number;
}

interface Tap extends Point {
  time: number;
}

/** In milliseconds and CSS pixels: the longest and widest a tap, and a double tap, can be. */
const TAP = { duration: 250, distance: 10 };
const DOUBLE_TAP = { duration: 350, distance: 32 };
const ZOOM_PER_TAP = 2;

/**
 * Listens to fingers, pens and the mouse on the map: drag, pinch, double-tap and wheel. The page
 * keeps its own gestures: one finger up and down scrolls it (the element's `touch-action` is
 * `pan-y`), and so does the wheel unless Ctrl or ⌘ is held.
 */
export function listenToPointers(frame: HTMLElement, hands: Hands, signal: AbortSignal): void {
  const on = { signal };
  const fingers = new Fingers(hands);
  const at = (event: MouseEvent) => pointIn(frame, event);
  frame.addEventListener("pointerdown", onDown, on);
  frame.addEventListener("pointermove", (event) => fingers.move(event.pointerId, at(event)), on);
  frame.addEventListener("pointerup", (event) => fingers.up(event.pointerId, at(event)), on);
  frame.addEventListener("pointercancel", (event) => fingers.cancel(event.pointerId), on);
  frame.addEventListener("touchmove", keepTwoFingers, { ...on, passive: false });
  frame.addEventListener("wheel", onWheel, { ...on, passive: false });

  function onDown(event: PointerEvent) {
    if (event.button !== 0) return;
    frame.setPointerCapture?.(event.pointerId);
    fingers.down(event.pointerId, at(event));
  }

  function onWheel(event: WheelEvent) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
    hands.zoom(Math.exp(-Math.max(-60, Math.min(60, pixels)) / 120), at(event), "follow");
  }
}

function pointIn(frame: HTMLElement, event: MouseEvent): Point {
  const { left, top } = frame.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

function keepTwoFingers(event: TouchEvent): void {
  if (event.touches.length > 1 && event.cancelable) event.preventDefault();
}

/** The fingers that touch the map now: one moves it, two also zoom. */
class Fingers {
  #hands: Hands;
  #points = new Map<number, Point>();
  #start: Tap | null = null;
  #lastTap: Tap | null = null;

  constructor(hands: Hands) {
    this.#hands = hands;
  }

  down(id: number, point: Point): void {
    this.#points.set(id, point);
    this.#start = this.#points.size === 1 ? { ...point, time: Date.now() } : null;
  }

  move(id: number, point: Point): void {
    if (!this.#points.has(id)) return;
    const before = this.#grip();
    this.#points.set(id, point);
    const after = this.#grip();
    const [right, down] = [after.x - before.x, after.y - before.y];
    if (right !== 0 || down !== 0) this.#hands.move(right, down);
    if (before.spread > 0) this.#hands.zoom(after.spread / before.spread, after, "follow");
  }

  up(id: number, point: Point): void {
    this.#points.delete(id);
    const tap = { ...point, time: Date.now() };
    if (!this.#start || !belong(this.#start, tap, TAP)) return;
    this.#start = null;
    if (this.#lastTap && belong(this.#lastTap, tap, DOUBLE_TAP)) {
      this.#lastTap = null;
      this.#hands.zoom(ZOOM_PER_TAP, point, "fly");
    } else this.#lastTap = tap;
  }

  cancel(id: number): void {
    this.#points.delete(id);
    this.#start = null;
  }

  /** The middle of the first two fingers, and how far they are apart; 0 for one finger. */
  #grip(): Point & { spread: number } {
    const [a, b] = [...this.#points.values()];
    if (!a) return { x: 0, y: 0, spread: 0 };
    if (!b) return { ...a, spread: 0 };
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, spread: Math.hypot(a.x - b.x, a.y - b.y) };
  }
}

function belong(a: Tap, b: Tap, limit: { duration: number; distance: number }): boolean {
  return b.time - a.time <= limit.duration && Math.hypot(a.x - b.x, a.y - b.y) <= limit.distance;
}
