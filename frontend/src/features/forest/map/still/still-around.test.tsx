import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { makeAround } from "#features/forest/place/make-around";
import { makeForest } from "#features/forest/place/make-forest";
import { renderAt } from "#testing/render";
import { StillMaps } from "./still-maps";

const NAMED = /What lies around Inyonga forest/;

function square(x: number, y: number, side: number): number[][] {
  return [
    [x, y],
    [x, y + side],
    [x + side, y + side],
    [x + side, y],
    [x, y],
  ];
}

function drawn(boundary = makeForest().boundary, around = makeAround()) {
  renderAt("/read", <StillMaps forest={makeForest({ boundary })} around={around} />);
  const map = screen.getByRole("img", { name: NAMED });
  return { map, names: [...map.querySelectorAll("text")].map((text) => text.textContent) };
}

describe("the still map of what lies around a forest", () => {
  it("names the forest, rivers, lakes and towns", () => {
    const { names } = drawn();
    expect(names).toEqual(
      expect.arrayContaining(["Inyonga forest", "Old Town", "Pool", "Long River"]),
    );
    expect(screen.queryByRole("img", { name: /The outline of/ })).toBeNull();
  });

  it("marks a small forest by a point, and shows its outline beside", () => {
    const coordinates = [[square(31.4, -5.5, 0.0014)]];
    const { map } = drawn({ type: "MultiPolygon", coordinates });
    expect(map.querySelectorAll("circle")).toHaveLength(1);
    expect(screen.getByRole("img", { name: /The outline of/ })).toBeTruthy();
  });

  it("draws a forest on both sides of the date line in the middle", () => {
    const coordinates = [[square(179.9, -16.9, 0.1)], [square(-180, -16.9, 0.1)]];
    const around = makeAround({
      box: [179.2, -17.5, 180.8, -16.1],
      towns: [{ name: "Old Town", at: [180.1, -16.6] }],
    });
    const { map, names } = drawn({ type: "MultiPolygon", coordinates }, around);
    expect(names).toContain("Old Town");
    const starts = [...map.querySelectorAll("path")].flatMap((path) =>
      [...(path.getAttribute("d") ?? "").matchAll(/M([-\d.]+) /g)].map(([, x]) => Number(x)),
    );
    expect(starts.filter((x) => x > 100 && x < 380).length).toBeGreaterThan(1);
  });
});
