import { expect, it } from "vitest";
import { lookOf } from "./stage-key";

it("gives ten stages ten looks, and neighbours another tone", () => {
  const looks = Array.from({ length: 10 }, (_, stage) => lookOf(stage));
  expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(10);
  for (const [stage, look] of looks.slice(1).entries()) {
    expect(look["data-tone"]).not.toBe(looks[stage]?.["data-tone"]);
  }
});
