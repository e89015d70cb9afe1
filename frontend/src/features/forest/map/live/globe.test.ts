import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Shot } from "#features/forest/map/painting/painter";
import { WORLD } from "#features/forest/map/painting/view";
import { Globe } from "./globe";

const AFRICA = { longitude: 30, latitude: -5, zoom: 8 };

let shots: Shot[];
let frame: HTMLElement;
let globe: Globe;

function resizeFrame(width: number) {
  vi.spyOn(frame, "getBoundingClientRect").mockReturnValue({ width, height: 300 } as DOMRect);
}

describe("Globe", () => {
  beforeEach(() => {
    shots = [];
    frame = document.createElement("div");
    resizeFrame(400);
    globe = new Globe(frame, { paint: (shot) => shots.push(shot) });
  });

  it("asks for one picture of a view that it shows at once", () => {
    globe.show(AFRICA);
    expect(shots).toMatchObject([{ view: AFRICA, size: { width: 400, height: 300 } }]);
  });

  it("flies over what lies between, and lands", async () => {
    await globe.fly(AFRICA, 100);
    const zooms = shots.map(({ view }) => view.zoom);
    expect(zooms).toEqual(zooms.toSorted((a, b) => a - b));
    expect(zooms.length).toBeGreaterThan(2);
    expect(shots.at(-1)?.view).toEqual(AFRICA);
  });

  it("is stopped in its flight by another view", async () => {
    const flight = globe.fly(AFRICA, 100);
    globe.show(WORLD);
    await flight;
    expect(shots).toMatchObject([{ view: WORLD }]);
  });

  it("asks for the same view again in a frame of another size", () => {
    globe.show(AFRICA);
    resizeFrame(700);
    globe.fitFrame();
    expect(shots.at(-1)).toMatchObject({ view: AFRICA, size: { width: 700 } });
  });
});
