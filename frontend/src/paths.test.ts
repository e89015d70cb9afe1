import { expect, it } from "vitest";
import PAGES from "#cases/pages.json";
import { FLOW_NAMES, pagePath, pagesOf, placeOf } from "./paths";

const inOrder = FLOW_NAMES.flatMap((flow) => [...pagesOf(flow)]);

it("has the pages that the server knows, in the same order", () => {
  expect(["menu", ...inOrder]).toEqual(PAGES);
});

it("leads by Next from the first page through every page to the menu", () => {
  for (const [index, page] of inOrder.entries()) {
    expect(placeOf(page).next).toBe(inOrder[index + 1] ?? "menu");
  }
});

it("leads by Previous back to the start of a flow and then to the menu", () => {
  expect(placeOf("beekeeper-letter").previous).toBe("beekeeper");
  expect(placeOf("beekeeper").previous).toBe("menu");
});

it("keeps a strange code from breaking out of the address", () => {
  expect(pagePath("A/B", "menu")).toBe("/app/A%2FB/menu");
});
