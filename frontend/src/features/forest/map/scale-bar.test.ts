import { expect, it } from "vitest";
import { scaleBar } from "./scale-bar";

it.each([
  [1, 100, 100],
  [0.3, 100, 20],
  [0.7, 100, 50],
  [25, 120, 2000],
  [0.005, 100, 0.5],
])("at %s km a pixel and at most %s pixels the bar says %s km", (scale, most, kilometres) => {
  const bar = scaleBar(scale, most);
  expect(bar.kilometres).toBeCloseTo(kilometres);
  expect(bar.pixels).toBeCloseTo(kilometres / scale);
});
