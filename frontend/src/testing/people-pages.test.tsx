import { screen, within } from "@testing-library/react";
import { beforeAll, describe, expect, it } from "vitest";
import { rememberPageData } from "#api/story";
import type { Story } from "#api/types";
import { loadAllPages, StoryRoutes } from "#routes";
import { address, renderAt } from "./render";
import { makePerson, makeStory, makeTitles } from "./story";

const JUMA = makePerson();
const TITLES = { ...makeTitles("people", "brought"), "people/7": "Meet Juma" };

// On a busy machine their code can take seconds.
beforeAll(loadAllPages);

function open(path: string, people: Story["people"] = [JUMA]) {
  rememberPageData({ story: makeStory({ titles: TITLES, people }), unknown_code: null });
  return renderAt(`/app/TESTJAR/${path}`, <StoryRoutes />);
}

describe("the pages of several beekeepers", () => {
  it("names the others, each with a way to their own page", async () => {
    const { user } = open("people");
    const [card] = screen.getAllByRole("listitem");
    expect(card?.textContent).toContain("Ilunde");
    expect(within(card as HTMLElement).getByAltText("Juma smiling")).toBeTruthy();
    await user.click(screen.getByRole("link", { name: "Juma Example" }));
    expect(address()).toBe("/app/TESTJAR/people/7");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Juma Example");
    expect(document.title).toBe("Meet Juma");
  });

  it("leads back to all of them, and on to what comes after", () => {
    open("people/7");
    const pager = screen.getByRole("navigation", { name: "Pages" });
    const hrefs = within(pager)
      .getAllByRole("link")
      .map((link) => link.getAttribute("href"));
    expect(hrefs).toEqual(["/app/TESTJAR/people", "/app/TESTJAR/brought"]);
  });

  it("shows a letter where there is one", () => {
    const { letter } = makeStory().beekeeper;
    open("people/7", [{ ...JUMA, letter }]);
    expect(screen.getByRole("heading", { name: "A letter from Juma Example" })).toBeTruthy();
    expect(screen.getByText("Mpendwa mteja")).toBeTruthy();
  });

  it.each(["people/8", "people/7/x", "people/x"])("has no page at %s", (path) => {
    open(path);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("no such page");
  });
});
