import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { OwnBlock } from "#api/types";
import { makeBlock, makeContents } from "#testing/own-pages";
import { renderAt } from "#testing/render";
import { makeClaim, makePicture, makeRecording, makeStory } from "#testing/story";
import OwnPage from "./own-page";

function renderBlocks(...blocks: OwnBlock[]) {
  const story = makeStory({
    contents: makeContents({ slug: "our-bees", title: "Our bees", blocks }),
  });
  renderAt("/app/TESTJAR/p/our-bees", <OwnPage story={story} page="p/our-bees" />);
}

describe("OwnPage", () => {
  it("stands in its chapter, after the pages that are built in", () => {
    renderBlocks(makeBlock({ text: "They are wild." }));
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Our bees");
    expect(screen.getByText("3 of 3")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Previous" }).getAttribute("href")).toBe(
      "/app/TESTJAR/beekeeper-letter",
    );
    expect(screen.getByRole("link", { name: "Next: Honey" })).toBeTruthy();
  });

  it("fetches its first picture at once only where it comes first", () => {
    renderBlocks(
      makeBlock({ kind: "picture", picture: makePicture({ alt: "A hive", src: "/a" }) }),
      makeBlock({ kind: "picture", picture: makePicture({ alt: "A tree", src: "/b" }) }),
    );
    expect(screen.getByAltText("A hive").getAttribute("loading")).toBe("eager");
    expect(screen.getByAltText("A tree").getAttribute("loading")).toBe("lazy");
  });

  it("shows a figure with its source and what proves it", () => {
    const figure = { number: 240, unit: "hives", day: "2026-09-30", source: "Our own count" };
    renderBlocks(
      makeBlock({ kind: "figure", claim: makeClaim({ wording: "We hung them.", figure }) }),
    );
    const item = screen.getByText("We hung them.").closest("li") as HTMLElement;
    expect(within(item).getByText("240")).toBeTruthy();
    expect(item.textContent).toContain("30 September 2026. Source: Our own count");
    expect(within(item).getByText(/^How we know/)).toBeTruthy();
  });

  it("puts neighbours of one kind into one list, and others apart", () => {
    const person = (name: string) => ({ name, village: "", portrait: null });
    renderBlocks(
      makeBlock({ kind: "person", person: person("Asha") }),
      makeBlock({ kind: "person", person: person("Juma") }),
      makeBlock({ text: "And also:" }),
      makeBlock({ kind: "person", person: person("Neema") }),
    );
    const lists = within(screen.getByRole("main")).getAllByRole("list");
    expect(lists.map((list) => within(list).getAllByRole("listitem").length)).toEqual([2, 1]);
  });

  it("has recordings heard, with what is said in them", async () => {
    const recording = makeRecording({ title: "A swarm moves in" });
    renderBlocks(makeBlock({ kind: "recording", recording, text: "They hum." }));
    expect(await screen.findByRole("group", { name: "A swarm moves in" })).toBeTruthy();
    expect(screen.getByText("What is said")).toBeTruthy();
    expect(screen.getByText("They hum.")).toBeTruthy();
  });

  it("opens links in a new tab and says so", () => {
    renderBlocks(makeBlock({ kind: "link", text: "A film", url: "https://film.example/" }));
    const link = screen.getByRole("link", { name: "A film (opens in a new tab)" });
    expect(link.getAttribute("rel")).toContain("noopener");
  });
});
