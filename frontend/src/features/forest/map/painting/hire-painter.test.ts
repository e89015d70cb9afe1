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

  beforeEach(() => {
    vi.stubGlobal("Worker", FakeWorker);
    vi.spyOn(canvas, "transferControlToOffscreen").mockReturnValue(offscreen as OffscreenCanvas);
    closing = new AbortController();
  });
  afterEach(() => vi.unstubAllGlobals());

  it("is given the canvas and the subject once, then shots", async () => {
    const hired = hirePainter(canvas, subject, closing.signal);
    expect(worker.postMessage).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ canvas: offscreen, subject }),
      [offscreen],
    );
    worker.onmessage?.({ data: "ready" });
    (await hired).paint(SHOT);
    expect(worker.postMessage).toHaveBeenLastCalledWith(SHOT);
  });

  it("is not hired when the worker fails", async () => {
    const hired = hirePainter(canvas, subject, closing.signal);
    worker.onerror?.(new Event("error"));
    await expect(hired).rejects.toBeInstanceOf(Event);
  });

  it("ends with the map", () => {
    void hirePainter(canvas, subject, closing.signal);
    closing.abort();
    expect(worker.terminate).toHaveBeenCalledOnce();
  });
});

it("paints in the page where no worker can draw", async () => {
  const canvas = document.createElement("canvas");
  const context = vi.spyOn(canvas, "getContext").mockReturnValue({} as never);
  await hirePainter(canvas, subject, new AbortController().signal);
  expect(context).toHaveBeenCalledOnce();
});
