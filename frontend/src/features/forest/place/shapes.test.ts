import { describe, expect, it } from "vitest";
import { makeForest } from "./make-forest";
import { boxAround, extentOf, knownPoints, type Projection, svgPath } from "./shapes";

const SQUARE = makeForest().boundary as GeoJSON.MultiPolygon;

describe("shapes", () => {
  it("draws an outline with south down", () => {
    const inTenths: Projection = ([east = 0, north = 0]) => [east * 10, -north * 10];
    expect(svgPath(SQUARE, inTenths)).toBe("M310 59l0-8 8 0 0 8-8 0z");
  });

  it("measures an outline in kilometres", () => {
    expect(extentOf(SQUARE)).toEqual({ across: 89, along: 89 });
    const small = [
      [31, -5],
      [31.0013, -5.0013],
    ];
    expect(extentOf({ type: "MultiPolygon", coordinates: [[small]] })).toEqual({
      across: 0.1,
      along: 0.1,
    });
  });

  it("knows a forest by its outline, else by its apiaries", () => {
    expect(knownPoints(makeForest())).toHaveLength(5);
    expect(knownPoints(makeForest({ boundary: null }))).toEqual([[31.5, -5.4]]);
  });

  it("puts a box of a least size around points", () => {
    expect(boxAround([[31, -5]], 2)).toEqual([30, -6, 32, -4]);
    expect(boxAround([])).toBeNull();
  });
});
