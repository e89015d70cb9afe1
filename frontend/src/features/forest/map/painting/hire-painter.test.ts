import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeForest } from "#features/forest/place/make-forest";
import { hirePainter } from "./hire-painter";
import type { Shot } from "./painter";

const SHOT = { view: { zoom: 3 } } as Shot;
const subject = {
  forest: makeForest(),
  labels: [],
  compass: { north: "N", east: "E", south: "S", west: "W" },
  locales: ["en-GB"],
};
let worker: FakeWorker;

class FakeWorker {
  postMessage = vi.fn();
  terminate = vi.fn();
  onmessage?: (event: unknown) => void;
  onerror?: (event: unknown) => void;
  constructor() {
    worker = this;
  }
}

describe("a painter in a worker", () => {
  const canvas = document.createElement("canvas");
  const offscreen = {};
  let closing: AbortController;
  const onFail = vi.fn();
  const hire = () => hirePainter(canvas, subject, { signal: closing.signal, onFail });

  beforeEach(() => {
    vi.stubGlobal("Worker", FakeWorker);
    vi.spyOn(canvas, "transferControlToOffscreen").mockReturnValue(offscreen as OffscreenCanvas);
    closing = new AbortController();
  });
  afterEach(() => vi.unstubAllGlobals());

  it("is given the canvas and the subject once, then shots", async () => {
    const hired = hire();
    expect(worker.postMessage).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ canvas: offscreen, subject }),
      [offscreen],
    );
    worker.onmessage?.({ data: "ready" });
    (await hired).paint(SHOT);
    expect(worker.postMessage).toHaveBeenLastCalledWith(SHOT);
  });

  it("is not hired when the worker fails", async () => {
    const hired = hire();
    worker.onerror?.(new Event("error"));
    await expect(hired).rejects.toBeInstanceOf(Event);
  });

  it("says when the worker fails later", async () => {
    const hired = hire();
    worker.onmessage?.({ data: "ready" });
    await hired;
    worker.onerror?.(new Event("error"));
    expect(onFail).toHaveBeenCalledOnce();
  });

  it("ends with the map", () => {
    void hire();
    closing.abort();
    expect(worker.terminate).toHaveBeenCalledOnce();
  });
});

it("paints in the page where no worker can draw", async () => {
  const canvas = document.createElement("canvas");
  const context = vi.spyOn(canvas, "getContext").mockReturnValue({} as never);
  const onFail = vi.fn();
  const { signal } = new AbortController();
  const painter = await hirePainter(canvas, subject, { signal, onFail });
  expect(context).toHaveBeenCalledOnce();
  // This context can do nothing, so that drawing the frame fails.
  const frames: FrameRequestCallback[] = [];
  vi.spyOn(window, "requestAnimationFrame").mockImplementation((frame) => frames.push(frame));
  painter.paint({ ...SHOT, size: { width: 9, height: 9 } } as Shot);
  expect(() => frames[0]?.(0)).toThrow();
  expect(onFail).toHaveBeenCalledOnce();
});
