import { describe, expect, it } from "vitest";
import { alongLine, besideDot, isFree, roomOfLines, spacesOf } from "./label-room";

const SIZE = { width: 400, height: 300 };

describe("the room of names", () => {
  it("is free inside the drawing alone, and where nothing else stands", () => {
    const spaces = spacesOf({ x: 200, y: 150 }, 100);
    expect(isFree(spaces, [], SIZE)).toBe(true);
    expect(isFree(spaces, [[240, 140, 260, 160]], SIZE)).toBe(false);
    expect(isFree(spacesOf({ x: 20, y: 150 }, 100), [], SIZE)).toBe(false);
  });

  it("of an outline is its line, and not what lies within", () => {
    const ring = [
      [100, 50],
      [300, 50],
      [300, 250],
      [100, 250],
      [100, 50],
    ];
    const outline = roomOfLines([ring]);
    expect(isFree(spacesOf({ x: 200, y: 150 }, 60), outline, SIZE)).toBe(true);
    expect(isFree(spacesOf({ x: 290, y: 150 }, 60), outline, SIZE)).toBe(false);
  });

  it("beside a town's dot is on any side of it", () => {
    const right = [[205, 140, 260, 160]] as [number, number, number, number][];
    const free = besideDot(200, 150).filter((place) => isFree(spacesOf(place, 60), right, SIZE));
    expect(free[0]?.align).toBe("right");
  });

  it("along a river is in the drawing, and is read from the left", () => {
    const river = Array.from({ length: 21 }, (_, i) => [500 - 30 * i, 150 + 10 * i]);
    const places = alongLine(river, SIZE);
    expect(places.length).toBeGreaterThan(2);
    for (const { x, y, turned = 0 } of places) {
      expect(x > 0 && x < 400 && y > 0 && y < 300).toBe(true);
      expect(Math.abs(turned)).toBeLessThanOrEqual(90);
    }
    expect(alongLine([[900, 900]], SIZE)).toEqual([]);
  });
});
