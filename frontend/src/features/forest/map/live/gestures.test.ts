import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { listenToPointers } from "./gestures";

const frame = document.createElement("div");
const hands = { move: vi.fn(), zoom: vi.fn() };
let closing: AbortController;

function point(type: string, x: number, y: number, pointerId = 1) {
  frame.dispatchEvent(new PointerEvent(type, { pointerId, clientX: x, clientY: y, button: 0 }));
}

function tap(x: number, y: number) {
  point("pointerdown", x, y);
  point("pointerup", x, y);
}

describe("hands on the map", () => {
  beforeEach(() => {
    hands.move.mockReset();
    hands.zoom.mockReset();
    closing = new AbortController();
    listenToPointers(frame, hands, closing.signal);
  });
  afterEach(() => closing.abort());

  it("drag it", () => {
    point("pointermove", 5, 5);
    point("pointerdown", 10, 10);
    point("pointermove", 30, 15);
    expect(hands.move).toHaveBeenCalledExactlyOnceWith(20, 5);
  });

  it("zoom by two fingers moving apart, around their middle", () => {
    point("pointerdown", 100, 100, 1);
    point("pointerdown", 200, 100, 2);
    point("pointermove", 300, 100, 2);
    expect(hands.zoom).toHaveBeenCalledExactlyOnceWith(
      2,
      expect.objectContaining({ x: 200 }),
      "follow",
    );
  });

  it("come nearer by a double-tap, not by one tap nor by two far apart", () => {
    tap(10, 10);
    tap(200, 10);
    expect(hands.zoom).not.toHaveBeenCalled();
    tap(202, 12);
    expect(hands.zoom).toHaveBeenCalledExactlyOnceWith(2, { x: 202, y: 12 }, "fly");
  });

  it("leave the wheel to the page, unless Ctrl is held", () => {
    // The test's browser knows no modifier keys of a wheel.
    const wheel = (ctrlKey: boolean) => {
      const event = new Event("wheel", { cancelable: true });
      return frame.dispatchEvent(Object.assign(event, { deltaY: -60, ctrlKey }));
    };
    expect(wheel(false)).toBe(true);
    expect(hands.zoom).not.toHaveBeenCalled();
    expect(wheel(true)).toBe(false);
    expect(hands.zoom.mock.lastCall?.[0]).toBeGreaterThan(1);
  });

  it("are no longer heard after the map has closed", () => {
    closing.abort();
    point("pointerdown", 0, 0);
    point("pointermove", 9, 0);
    expect(hands.move).not.toHaveBeenCalled();
  });
});
