import { expect, it } from "vitest";
import PAGES from "#cases/pages.json";
import { makeTitles } from "#testing/story";
import { chaptersOf, PAGE_NAMES, pagePath, placeOf } from "./paths";

const SMALL = { titles: makeTitles(), contents: [] };
const WHOLE = { titles: makeTitles(...PAGE_NAMES), contents: [] };
/** A hidden chapter, one of the enterprise's own, and a page of its own in a built-in one. */
const ARRANGED = {
  titles: { ...makeTitles(), "p/bees": "Our bees", "p/trees": "Our trees" },
  contents: [
    { kind: "honey", title: "", line: "", pages: [], order: [] },
    { kind: "own", title: "Our bees", line: "Wild.", pages: [{ slug: "bees" }], order: [] },
    {
      kind: "beekeeper",
      title: "",
      line: "",
      pages: [{ slug: "trees" }],
      order: ["beekeeper", "brought", "p/trees", "beekeeper-letter", "people"],
    },
    { kind: "asante", title: "", line: "", pages: [], order: [] },
  ],
} as const;

it("has the pages that the server knows, in the same order", () => {
  expect(PAGE_NAMES).toEqual(PAGES);
});

it.each([SMALL, WHOLE])(
  "leads by Next from the first page through every page to the menu",
  (story) => {
    const inOrder = chaptersOf(story).flatMap(({ pages }) => pages);
    expect(["menu", ...inOrder]).toEqual(Object.keys(story.titles));
    for (const [index, page] of inOrder.entries()) {
      expect(placeOf(page, story).next).toBe(inOrder[index + 1] ?? "menu");
    }
  },
);

it("leads by Previous back to the start of a flow and then to the menu", () => {
  expect(placeOf("beekeeper-letter", SMALL).previous).toBe("beekeeper");
  expect(placeOf("beekeeper", SMALL).previous).toBe("menu");
});

it("leads through the chapters as the enterprise has arranged them", () => {
  const walked = ["honey-type"] as Parameters<typeof placeOf>[0][];
  for (let page = walked[0]; page && page !== "menu"; page = walked.at(-1)) {
    walked.push(placeOf(page, ARRANGED).next);
  }
  expect(walked).toEqual([
    ...["honey-type", "honey-harvest", "honey-health", "p/bees"],
    ...["beekeeper", "p/trees", "beekeeper-letter", "asante", "beekeeper-message", "menu"],
  ]);
  expect(placeOf("honey-health", ARRANGED).nextChapter?.title).toBe("Our bees");
});

it("leads from the pages of a hidden chapter to each other and to the menu alone", () => {
  expect(placeOf("tanzania-map", ARRANGED)).toMatchObject({
    number: 1,
    count: 2,
    previous: "menu",
    next: "tanzania-forest",
  });
  expect(placeOf("tanzania-forest", ARRANGED).next).toBe("menu");
});

it("keeps a strange code from breaking out of the address", () => {
  expect(pagePath("A/B", "menu")).toBe("/app/A%2FB/menu");
});
