import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { makeForest } from "#features/forest/place/make-forest";
import { renderAt } from "#testing/render";
import { makeStory } from "#testing/story";
import TanzaniaForestPage from "./tanzania-forest-page";

function renderPage(forest = makeForest()) {
  return renderAt("/", <TanzaniaForestPage story={makeStory({ forest })} />);
}

describe("TanzaniaForestPage", () => {
  it("makes the area imaginable and names its source", () => {
    renderPage(makeForest({ area_hectares: 441_000, area_source: "The reserve's papers" }));
    expect(screen.getByText("441,000").closest("p")?.textContent).toBe("441,000 hectares");
    expect(
      screen.getByText(/about 618,000 football pitches.*2\.8 times Greater London/),
    ).toBeTruthy();
    expect(screen.getByText("Source: The reserve's papers")).toBeTruthy();
  });

  it("compares a very small forest with football pitches only", () => {
    renderPage(makeForest({ area_hectares: 100 }));
    expect(screen.getByText(/^Room for about 140 football pitches\.\s*$/)).toBeTruthy();
  });

  it("counts its beekeepers", () => {
    renderPage(makeForest({ beekeeper_count: 1, beekeeper_count_source: "The village" }));
    expect(screen.getByText("1").closest("p")?.textContent).toBe("1 beekeeper");
    expect(screen.getByText("Source: The village")).toBeTruthy();
  });

  it("says plainly what is not known", () => {
    const { container } = renderPage();
    expect(screen.getByText(/has not been measured yet/)).toBeTruthy();
    expect(screen.getByText(/have not been counted yet/)).toBeTruthy();
    expect(screen.getByText(/have not been written down yet/)).toBeTruthy();
    expect(container.textContent).not.toMatch(/undefined|null|NaN/);
  });
});
