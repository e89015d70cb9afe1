import { describe, expect, it } from "vitest";
import { distanceFromLine } from "./distance";

describe("distanceFromLine", () => {
  it("measures from Dodoma to Dar es Salaam", () => {
    const found = distanceFromLine([35.74, -6.17], [[39.27, -6.82]]);
    expect(found.kilometres).toBeGreaterThan(390);
    expect(found.kilometres).toBeLessThan(400);
    expect(found.wind).toBe("west");
  });

  it("finds the nearest point between two corners of a shore", () => {
    const shore = [
      [30, -8],
      [30, -4],
    ];
    const found = distanceFromLine([31, -6], shore);
    expect(found.kilometres).toBeCloseTo(110.6, 0);
    expect(found.wind).toBe("east");
  });

  it.each([
    [[0, 1], "north"],
    [[1, 1], "north-east"],
    [[0, -1], "south"],
    [[-1, 0.1], "west"],
    [[-1, 1], "north-west"],
  ])("from the origin, %s is to the %s", (place, wind) => {
    expect(distanceFromLine(place, [[0, 0]]).wind).toBe(wind);
  });
});
