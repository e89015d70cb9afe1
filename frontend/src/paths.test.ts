import { expect, it } from "vitest";
import PAGES from "#cases/pages.json";
import { makeTitles } from "#testing/story";
import { FLOW_NAMES, type FlowPageName, PAGE_NAMES, pagePath, pagesOf, placeOf } from "./paths";

const SMALL = { titles: makeTitles() };
const WHOLE = { titles: makeTitles(...PAGE_NAMES) };

it("has the pages that the server knows, in the same order", () => {
  expect(PAGE_NAMES).toEqual(PAGES);
});

it.each([SMALL, WHOLE])(
  "leads by Next from the first page through every page to the menu",
  (story) => {
    const inOrder: FlowPageName[] = FLOW_NAMES.flatMap((flow) => [...pagesOf(flow, story)]);
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

it("keeps a strange code from breaking out of the address", () => {
  expect(pagePath("A/B", "menu")).toBe("/app/A%2FB/menu");
});
