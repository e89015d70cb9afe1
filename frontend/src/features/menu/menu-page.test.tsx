import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Story } from "#api/types";
import { renderAt } from "#testing/render";
import { makePicture, makeStory } from "#testing/story";
import MenuPage from "./menu-page";

function renderMenu(overrides: Partial<Story> = {}) {
  renderAt("/app/TESTJAR", <MenuPage story={makeStory(overrides)} />);
}

describe("MenuPage", () => {
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
    expect(
      screen.getByText("Meet the beekeepers of Inyonga forest and write to them"),
    ).toBeTruthy();
  });

  it("leads to the first page of a flow", () => {
    renderMenu();
    expect(screen.getByRole("link", { name: "Beekeeper" }).getAttribute("href")).toBe(
      "/app/TESTJAR/beekeeper",
    );
  });

  it("shows the jar before anything else", () => {
    renderMenu();
    expect(screen.getByAltText("The jar").getAttribute("fetchpriority")).toBe("high");
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
