import { cleanup } from "@testing-library/react";
import { beforeAll, describe, expect, it } from "vitest";
import { rememberPageData } from "#api/story";
import type { Story } from "#api/types";
import { makeFootprint } from "#features/footprint/study/make-footprint";
import { makeBareGreekStory } from "#testing/bare-greek-story";
import { makeGreekStory } from "#testing/greek-story";
import { renderAt } from "#testing/render";
import { makePicture, makeStory } from "#testing/story";
import { loadAllPages, StoryRoutes } from "../routes";
import { ReadPage } from "./read-page";

const STORIES = { full: makeGreekStory(), bare: makeBareGreekStory(), small: makeStory() };
const PAGES = [
  "beekeeper",
  "beekeeper-letter",
  "people",
  "brought",
  "honey-type",
  "honey-harvest",
  "honey-health",
  "tanzania-forest",
  "journey",
  "environment-net-carbon",
  "p/a",
  "p/b",
];
/** What is told of things that only a script can turn. */
const OF_SCRIPTS = "[aria-live], [role=group] *, figcaption *";

beforeAll(loadAllPages);

const read = (story: Story) =>
  renderAt(`/app/${story.code}/read`, <ReadPage story={story} address="" surroundings={null} />)
    .container;

/** Every sentence, heading, term and figure of a page. */
function told(page: HTMLElement): string[] {
  const elements = page.querySelectorAll("main :is(h1, h2, h3, p, dt, dd, caption, th, td)");
  return [...elements].filter((one) => !one.matches(OF_SCRIPTS)).map((one) => one.textContent);
}

describe.each(Object.entries(STORIES))("a %s story", (_, story) => {
  let whole = "";
  beforeAll(() => {
    whole = read(story).textContent;
    cleanup();
  });

  it.each(PAGES.filter((page) => page in story.titles))("is told in the words of %s", (page) => {
    rememberPageData({ story, unknown_code: null });
    const { container } = renderAt(`/app/${story.code}/${page}`, <StoryRoutes />);
    const sentences = told(container);
    expect(sentences.length).toBeGreaterThan(1);
    expect(sentences.filter((sentence) => !whole.includes(sentence))).toEqual([]);
  });
});

it("is an outline of headings, whose first is the page's", () => {
  const headings = [...read(makeGreekStory()).querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const levels = headings.map(({ tagName }) => Number(tagName.slice(1)));
  expect(levels.filter((level) => level === 1)).toEqual([1]);
  expect(levels.filter((level) => level === 2)).toHaveLength(6);
  for (const [index, level] of levels.entries()) {
    expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  }
});

it("needs no script: nothing opens, turns or is pressed", () => {
  const page = read(makeGreekStory());
  expect(page.querySelectorAll("button, details, dialog, input, [role=application]")).toHaveLength(
    0,
  );
});

it("fetches only its first picture before a reader comes near", () => {
  const harvest_pictures = [makePicture({ alt: "A tree", src: "/tree" })];
  const story = makeStory();
  const page = read({ ...story, honey: { ...story.honey, harvest_pictures } });
  const soon = [...page.querySelectorAll("img")].filter(({ loading }) => loading === "eager");
  expect(soon.map(({ alt }) => alt)).toEqual(["Asha smiling"]);
});

it("says what the jar comes to only where something was measured", () => {
  const story = makeStory({ footprint: makeFootprint(), jar_grams: 350 });
  expect(read(story).textContent).toContain("For this jar of 350\u00a0g that is 667\u00a0g CO₂e.");
  cleanup();
  const stages = [{ label: "Road", grams_per_kg: null, comparison_grams_per_kg: 451 }];
  const unmeasured = makeStory({ footprint: makeFootprint({ stages }) });
  expect(read(unmeasured).textContent).not.toContain("For this jar of");
});
