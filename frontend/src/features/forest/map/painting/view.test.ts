import { describe, expect, it } from "vitest";
import {
  between,
  kilometresPerPixel,
  moved,
  radiusOf,
  viewOfBox,
  WORLD,
  within,
  zoomed,
} from "./view";

const SIZE = { width: 400, height: 300 };
const THERE = { longitude: 31, latitude: -5.5, zoom: 50 };

describe("a view", () => {
  it("fits the whole globe at zoom 1", () => {
    expect(radiusOf(WORLD, SIZE)).toBeLessThan(150);
  });

  it("fits a box with room around it, whichever side is the tight one", () => {
    const wide = viewOfBox([30, -6, 32, -5.9], SIZE);
    const tall = viewOfBox([31, -7, 31.1, -5], SIZE);
    expect(222 / kilometresPerPixel(wide, SIZE)).toBeCloseTo(0.86 * 400, -1);
    expect(222 / kilometresPerPixel(tall, SIZE)).toBeCloseTo(0.86 * 300, -1);
  });

  it("keeps within what can be shown", () => {
    expect(within({ longitude: 190, latitude: 99, zoom: 0 })).toEqual({
      longitude: -170,
      latitude: 85,
      zoom: 0.8,
    });
  });

  it("goes west when its picture is drawn to the right", () => {
    const after = moved(THERE, SIZE, 10, 0);
    expect(after.longitude).toBeLessThan(THERE.longitude);
    expect(after.latitude).toBe(THERE.latitude);
  });
});

describe("zooming", () => {
  it("keeps the place under the finger there", () => {
    const finger = { x: 300, y: 150 };
    const after = zoomed(THERE, SIZE, 2, finger);
    const before = moved(THERE, SIZE, 200 - 300, 0).longitude;
    expect(moved(after, SIZE, 200 - 300, 0).longitude).toBeCloseTo(before, 6);
    expect(after.zoom).toBe(100);
  });

  it("stays where it is at the limit", () => {
    const nearest = zoomed(THERE, SIZE, 1e6);
    expect(zoomed(nearest, SIZE, 2, { x: 0, y: 0 })).toEqual(nearest);
  });
});

describe("a flight", () => {
  it("starts and ends where it should", () => {
    expect(between(WORLD, THERE, 0)).toEqual(WORLD);
    const end = between(WORLD, THERE, 1);
    expect(end.longitude).toBeCloseTo(31);
    expect(end.zoom).toBeCloseTo(50);
  });

  it("moves its middle while it is still high up", () => {
    const half = between(WORLD, THERE, 0.5);
    expect((half.latitude - 14) / (-5.5 - 14)).toBeGreaterThan(0.8);
    expect(half.zoom).toBeCloseTo(Math.sqrt(50));
  });

  it("takes the short way over the date line, and also without a zoom", () => {
    const [from, to] = [179, -179].map((longitude) => ({ longitude, latitude: 0, zoom: 1 }));
    expect(from && to && Math.abs(between(from, to, 0.5).longitude)).toBe(180);
  });
});
