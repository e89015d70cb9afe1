import { screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { Story } from "#api/types";
import { markSeen } from "#components/flow/seen-pages";
import { pagesOf } from "#paths";
import { renderAt } from "#testing/render";
import { makePicture, makeStory } from "#testing/story";
import MenuPage from "./menu-page";

function renderMenu(overrides: Partial<Story> = {}) {
  renderAt("/app/TESTJAR", <MenuPage story={makeStory(overrides)} />);
}

describe("MenuPage", () => {
  afterEach(() => localStorage.clear());

  it("greets with the jar's beekeeper, honey and forest, and names its code", () => {
    renderMenu();
    const heading = screen.getByRole("heading", { level: 1 }).textContent;
    expect(heading).toBe("Asha Example harvested your Test Blossom honey");
    expect(screen.getByText(/comes from Inyonga forest, Tanzania/)).toBeTruthy();
    expect(screen.getByText("TESTJAR")).toBeTruthy();
  });

  it("begins its greeting with a capital, whoever harvested", () => {
    const { beekeeper } = makeStory();
    const name = "the beekeepers of Inyonga forest";
    renderMenu({ beekeeper: { ...beekeeper, name, is_group: true, letter: null } });
    expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(/^The beekeepers of/);
    const firstStep = screen.getByRole("link", { name: "Meet the beekeepers of Inyonga forest" });
    expect(firstStep.getAttribute("href")).toBe("/app/TESTJAR/beekeeper");
  });

  it("leads to the first page of a flow", () => {
    renderMenu();
    expect(screen.getByRole("link", { name: "Beekeeper" }).getAttribute("href")).toBe(
      "/app/TESTJAR/beekeeper",
    );
  });

  it("shows the face before anything else, and the jar small beside it", () => {
    renderMenu();
    expect(screen.getByAltText("Asha smiling").getAttribute("fetchpriority")).toBe("high");
    expect(screen.getByAltText("The jar").getAttribute("fetchpriority")).toBe("auto");
  });

  it("shows the jar where no face may be shown", () => {
    renderMenu({ beekeeper: { ...makeStory().beekeeper, portrait: null } });
    expect(screen.getByAltText("The jar").getAttribute("fetchpriority")).toBe("high");
  });

  it("invites to read the letter first", () => {
    renderMenu();
    const firstStep = screen.getByRole("link", { name: "Read the letter from Asha Example" });
    expect(firstStep.getAttribute("href")).toBe("/app/TESTJAR/beekeeper-letter");
  });

  it("tells what of each part was seen on this device", () => {
    for (const page of pagesOf("honey", makeStory())) markSeen("TESTJAR", page);
    markSeen("TESTJAR", "beekeeper");
    markSeen("ANOTHER", "tanzania-map");
    renderMenu();
    const parts = screen.getAllByRole("listitem").map((part) => part.textContent);
    expect(parts[0]).toMatch(/1 of 2 seen$/);
    expect(parts[1]).toMatch(/Seen$/);
    expect(parts[2]).not.toMatch(/seen/i);
  });

  it("links to the shop in a new tab and says so", () => {
    renderMenu({ retailer: { name: "A shop", website: "https://shop.example", logo: null } });
    const link = screen.getByRole("link", { name: "A shop (opens in a new tab)" });
    expect(link.getAttribute("rel")).toContain("noopener");
  });

  it("writes the shop's name beside its logo", () => {
    const logo = makePicture({ alt: "The sign of a shop", width: 100, height: 600 });
    renderMenu({ retailer: { name: "A shop", website: "https://shop.example", logo } });
    expect(screen.getByText("A shop")).toBeTruthy();
    expect(screen.getByRole("link", { name: "A shop (opens in a new tab)" })).toBeTruthy();
  });

  it("promises nothing that the story does not have", () => {
    const { honey } = makeStory();
    renderMenu({ footprint: null, honey: { ...honey, harvest: "", harvest_pictures: [] } });
    expect(screen.queryByText(/stage by stage/)).toBeNull();
    expect(screen.queryByText(/harvested$/)).toBeNull();
  });

  it("says that a retired code is retired, and only then", () => {
    renderMenu();
    expect(screen.queryByText(/no longer printed/)).toBeNull();
    renderMenu({ retired: true });
    expect(screen.getByText(/no longer printed/)).toBeTruthy();
  });
});
