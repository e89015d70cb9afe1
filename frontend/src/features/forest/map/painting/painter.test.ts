import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Step, viewOfStep } from "#features/forest/map/steps";
import { makeAround } from "#features/forest/place/make-around";
import { makeForest } from "#features/forest/place/make-forest";
import type { Subject } from "./frame";
import { Painter } from "./painter";
import { readPaints } from "./paints";
import { WORLD } from "./view";

const SIZE = { width: 600, height: 600 };
const labels: Subject["labels"] = [
  { text: "Africa", kind: "continent", at: [17, 14], from: 7, to: 99 },
  { text: "Zambia", kind: "country", at: [31, -10.5], from: 0.4, to: 5.8 },
];
const compass = { north: "N", east: "E", south: "S", west: "W" };
let written: string[] = [];

/** A drawing context that only remembers what was written. */
function makeContext(): CanvasRenderingContext2D {
  const calls = {
    measureText: () => ({ width: 60 }),
    createPattern: () => null,
    createRadialGradient: () => ({ addColorStop() {} }),
    fillText: (text: string) => written.push(text),
  };
  const get = (_: object, name: string) => calls[name as keyof typeof calls] ?? (() => undefined);
  return new Proxy({}, { get, set: () => true }) as CanvasRenderingContext2D;
}

async function namesAt(step: Step, surroundings: string | null = null): Promise<string[]> {
  const canvas = document.createElement("canvas");
  vi.spyOn(canvas, "getContext").mockReturnValue(makeContext() as never);
  const forest = makeForest({ surroundings });
  const painter = new Painter(canvas, { forest, labels, compass, locales: ["en-GB"] });
  written = [];
  for (const view of [WORLD, viewOfStep(step, { forest }, SIZE)]) {
    painter.paint({ view, size: SIZE, sharpness: 2, paints: readPaints(canvas) });
  }
  await vi.waitFor(() => expect(written).not.toHaveLength(0));
  // What lies around the forest comes later, and is drawn then.
  if (surroundings) await vi.waitFor(() => expect(written).toContain("Old Town"));
  expect([canvas.width, canvas.height]).toEqual([1200, 1200]);
  return written;
}

describe("Painter", () => {
  beforeEach(() => {
    vi.stubGlobal(
      "Path2D",
      class {
        moveTo() {}
        lineTo() {}
        closePath() {}
        arc() {}
      },
    );
    return () => vi.unstubAllGlobals();
  });

  it("names the continents from afar, without a scale that could not hold", async () => {
    expect(await namesAt("world")).toEqual(["Africa"]);
  });

  it("names the forest, its neighbours and a scale when nearer", async () => {
    const names = await namesAt("country");
    expect(names).toEqual(expect.arrayContaining(["Inyonga forest", "Zambia", "Dodoma", "200 km"]));
    expect(names).not.toContain("The first apiary");
  });

  it("names the apiaries and the degrees when nearest", async () => {
    const names = await namesAt("forest");
    expect(names).toEqual(expect.arrayContaining(["The first apiary", "31.5° E", "5.5° S"]));
    expect(names).not.toContain("Zambia");
  });

  it("names what lies around the forest once it has come", async () => {
    vi.stubGlobal("fetch", async () => Response.json(makeAround()));
    const names = await namesAt("forest", "/surroundings/0.json");
    expect(names).toEqual(expect.arrayContaining(["Long River", "Pool", "Old Town"]));
  });

  it("is the same map when what lies around the forest does not come", async () => {
    vi.stubGlobal("fetch", async () => new Response("", { status: 404 }));
    const painted = namesAt("forest");
    expect(await painted).toContain("The first apiary");
  });
});
