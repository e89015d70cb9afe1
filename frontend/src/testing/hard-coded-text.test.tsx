import { i18n } from "@lingui/core";
import { screen } from "@testing-library/react";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { rememberPageData } from "#api/story";
import type { PageData } from "#api/types";
import { TOWNS } from "#features/forest/place/towns";
import { messages } from "#locales/pseudo.po";
import { PAGE_NAMES } from "#paths";
import { ReadPage } from "#read/read-page";
import { loadAllPages, StoryRoutes } from "#routes";
import { makeBareGreekStory } from "./bare-greek-story";
import { makeGreekStory } from "./greek-story";
import { renderAt } from "./render";

const PAGES = [...PAGE_NAMES, "p/a", "p/b", "no-such-page"];
const SPOKEN = ["aria-label", "aria-description", "alt", "title", "placeholder"];

// The same in every language: our name, the code for everyone and the towns.
const NAMES = ["Upendo", "HONEY", "PUREJOY", ...TOWNS.map(({ name }) => name)];
/** A word without any accent. The pseudo-locale has none for v and x, but no word is made of those. */
const PLAIN_WORD = /(?<!\p{L})[a-z]+(?!\p{L})/iu;

/** Whatever a page shows or says in plain letters: it is neither a message nor the story's. */
function hardCoded(page: HTMLElement): string[] {
  const elements = [...page.querySelectorAll("*:not([data-address])")];
  const shown = elements.flatMap(({ childNodes }) =>
    [...childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.nodeValue),
  );
  const spoken = SPOKEN.flatMap((name) => elements.map((element) => element.getAttribute(name)));
  return [...shown, ...spoken]
    .filter((text) => text !== null)
    .filter((text) => PLAIN_WORD.test(NAMES.reduce((rest, name) => rest.replace(name, ""), text)));
}

async function hardCodedAt(path: string, data: Partial<PageData>): Promise<string[]> {
  rememberPageData({ story: null, unknown_code: null, ...data });
  const { container } = renderAt(path, <StoryRoutes />);
  await screen.findByRole("heading", { level: 1 });
  return hardCoded(container);
}

beforeAll(async () => {
  i18n.loadAndActivate({ locale: "pseudo", locales: "el", messages });
  vi.spyOn(window, "scrollTo").mockImplementation(() => undefined);
  // A page whose code is here is drawn at once: on a busy machine its code can take seconds.
  await loadAllPages();
});
afterAll(() => i18n.activate("en", "en-GB"));

describe.each([
  ["a full story", makeGreekStory()],
  ["a bare story", makeBareGreekStory()],
])("%s", (_, story) => {
  it.each(PAGES)("has no word outside of the catalogue on %s", async (page) => {
    expect(await hardCodedAt(`/app/222/${page}`, { story })).toEqual([]);
  });

  it("has no word outside of the catalogue on one page", () => {
    const { container } = renderAt(
      "/app/222/read",
      <ReadPage story={story} address="" surroundings={null} />,
    );
    expect(hardCoded(container)).toEqual([]);
  });
});

it.each([
  ["the landing page", "/"],
  ["an unknown code", "/app/333"],
])("there is no word outside of the catalogue on the page for %s", async (_, path) => {
  const unknown_code = { code: "333", suggestions: ["334"] };
  expect(await hardCodedAt(path, { unknown_code })).toEqual([]);
});
