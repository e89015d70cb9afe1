import { screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { rememberPageData } from "#api/story";
import { address, renderAt } from "#testing/render";
import { answerStories, serveStory } from "#testing/server";
import { makeStory } from "#testing/story";
import { StoryRoutes } from "./routes";

const heading = () => screen.findByRole("heading", { level: 1 });

beforeEach(() => {
  vi.spyOn(window, "scrollTo").mockImplementation(() => undefined);
});

describe("StoryRoutes", () => {
  it.each(["/app/INPAGE", "/app/inpage/menu", "/q/INPAGE"])(
    "shows the menu at %s",
    async (path) => {
      rememberPageData({ story: makeStory({ code: "INPAGE" }), unknown_code: null });
      renderAt(path, <StoryRoutes />);
      expect((await heading()).textContent).toContain("Asha Example");
      expect(document.title).toBe("The title of menu");
      expect(address()).toBe(path);
    },
  );

  it("moves the focus to the new page's heading and its title to the tab", async () => {
    rememberPageData({ story: makeStory({ code: "INPAGE" }), unknown_code: null });
    const { user } = renderAt("/app/INPAGE/beekeeper", <StoryRoutes />);
    expect(document.activeElement).not.toBe(await heading());
    await user.click(screen.getByRole("link", { name: "Next" }));
    const letter = await screen.findByRole("heading", { level: 1, name: /letter from Asha/i });
    expect(document.activeElement).toBe(letter);
    expect(window.scrollTo).toHaveBeenCalledWith(0, 0);
    expect(document.title).toBe("The title of beekeeper-letter");
  });

  it("fetches a story that did not come with the page", async () => {
    serveStory(makeStory({ code: "FETCHED" }));
    renderAt("/app/FETCHED/beekeeper", <StoryRoutes />);
    expect((await heading()).textContent).toBe("Asha Example");
  });

  it("says what happened when the story does not arrive, and tries again", async () => {
    answerStories(503, {});
    const { user } = renderAt("/app/LATER/menu", <StoryRoutes />);
    expect((await heading()).textContent).toContain("did not arrive");
    serveStory(makeStory({ code: "LATER" }));
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("heading", { name: /Asha Example/ })).toBeTruthy();
  });

  it("gives an unknown code its own page with near codes and another try", async () => {
    rememberPageData({ story: null, unknown_code: { code: "NOJAR", suggestions: ["NAJAR"] } });
    renderAt("/app/nojar/menu", <StoryRoutes />);
    expect((await heading()).textContent).toContain("NOJAR");
    expect(screen.getByRole("link", { name: "NAJAR" }).getAttribute("href")).toBe(
      "/app/NAJAR/menu",
    );
    expect(screen.getByLabelText<HTMLInputElement>(/code on your jar/).value).toBe("NOJAR");
  });

  it("leads from a page that does not exist to the menu", async () => {
    rememberPageData({ story: makeStory({ code: "INPAGE" }), unknown_code: null });
    renderAt("/app/INPAGE/honey-tpye", <StoryRoutes />);
    expect((await heading()).textContent).toContain("no such page");
    expect(screen.getByRole("link", { name: "Open the menu" })).toBeTruthy();
  });
});
