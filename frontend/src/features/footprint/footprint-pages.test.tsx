import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Footprint } from "#features/footprint/study/footprint";
import { makeFootprint } from "#features/footprint/study/make-footprint";
import { renderAt } from "#testing/render";
import { makeStory } from "#testing/story";
import EnvironmentCarbonGraphPage from "./environment-carbon-graph-page";
import EnvironmentForestPage from "./environment-forest-page";
import EnvironmentNetCarbonPage from "./environment-net-carbon-page";

const storyOf = (changes: Partial<Footprint> = {}) =>
  makeStory({ footprint: makeFootprint(changes) });

const rowTexts = () =>
  within(screen.getByRole("table", { hidden: true }))
    .getAllByRole("row", { hidden: true })
    .map((row) => [...row.children].map((cell) => cell.textContent?.replace(/\u00a0/g, " ")));

const FIGURES = [
  ["Stage", "This honey", "A domestic honey"],
  ["Beekeeping", "not measured", "not measured"],
  ["Transport on land", "903 g", "451 g"],
  ["Packaging", "661 g", "661 g"],
  ["Sea freight", "342 g", "0 g"],
  ["Sum of what was measured", "1,906 g", "1,112 g"],
];

describe("EnvironmentForestPage", () => {
  it("tells the forest's own figure in its own unit", () => {
    const story = makeStory();
    const forest = { ...story.forest, importance: "It holds the soil.", area_hectares: 441_000 };
    renderAt("/", <EnvironmentForestPage story={{ ...story, forest }} />);
    expect(screen.getByText("It holds the soil.")).toBeTruthy();
    expect(screen.getByText("441,000 hectares")).toBeTruthy();
  });

  it("says so when nobody has written about it", () => {
    renderAt("/", <EnvironmentForestPage story={makeStory()} />);
    expect(screen.getByText(/Nobody has written down yet/)).toBeTruthy();
  });
});

describe("EnvironmentCarbonGraphPage", () => {
  it("has at each stage both honeys' amounts in words", () => {
    renderAt("/", <EnvironmentCarbonGraphPage story={storyOf()} />);
    const [beekeeping, , , sea] = screen.getAllByRole("listitem");
    expect(beekeeping?.textContent).toBe(
      "BeekeepingThis honeynot measuredA domestic honeynot measured",
    );
    expect(sea?.textContent).toMatch(/This honey342\sgA domestic honey0\sg/);
  });

  it("has the same as a table", () => {
    renderAt("/", <EnvironmentCarbonGraphPage story={storyOf()} />);
    expect(rowTexts()).toEqual(FIGURES);
  });
});

describe("EnvironmentNetCarbonPage", () => {
  const sentence = () =>
    screen.getByText(/^The measured stages of/).textContent?.replace(/\u00a0/g, " ");

  it("says an unfavourable result plainly, with the table beside the chart", () => {
    renderAt("/", <EnvironmentNetCarbonPage story={storyOf()} />);
    expect(sentence()).toBe(
      "The measured stages of this honey come to 1,906 g CO₂e per kg. " +
        "That is about 70 % more than for a domestic honey (1,112 g).",
    );
    expect(rowTexts()).toEqual(FIGURES);
  });

  it("turns every figure into those of a jar", async () => {
    const { user } = renderAt("/", <EnvironmentNetCarbonPage story={storyOf()} />);
    await user.click(screen.getByRole("radio", { name: /per jar of 350\s?g/ }));
    expect(sentence()).toContain("667 g CO₂e per jar. That is about 70 % more");
    expect(rowTexts()[2]).toEqual(["Transport on land", "316 g", "158 g"]);
  });

  it("compares no sums of different stages", () => {
    const stages = [
      { label: "Transport", grams_per_kg: 100, comparison_grams_per_kg: 50 },
      { label: "Drying", grams_per_kg: null, comparison_grams_per_kg: 10 },
    ];
    renderAt("/", <EnvironmentNetCarbonPage story={storyOf({ stages })} />);
    expect(sentence()).toContain("cannot be compared");
    expect(sentence()).not.toContain("%");
    expect(screen.getByText("This honey: Drying")).toBeTruthy();
  });

  it("shows method, boundary, year, source and what is being done", () => {
    renderAt("/", <EnvironmentNetCarbonPage story={storyOf()} />);
    for (const text of ["By the book", "Farm to shop", "2024", "A study", "Fewer lorries."]) {
      expect(screen.getByText(text)).toBeTruthy();
    }
  });
});

it.each([EnvironmentCarbonGraphPage, EnvironmentNetCarbonPage])(
  "%o says that no study exists",
  (Page) => {
    renderAt("/", <Page story={makeStory()} />);
    expect(screen.getByText("No study exists yet.")).toBeTruthy();
    expect(screen.queryByRole("table")).toBeNull();
  },
);
