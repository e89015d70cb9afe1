import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Asserts that axe finds nothing to object to on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNothing(page, [...WCAG, "best-practice"]);
}

/** The same of a page of the desk, whose frame is not ours and has no landmarks. */
export async function expectDeskAccessible(page: Page): Promise<void> {
  await expectNothing(page, WCAG);
}

async function expectNothing(page: Page, tags: string[]): Promise<void> {
  // Or axe meets a button half-way between two colours.
  await page.emulateMedia({ reducedMotion: "reduce" });
  // Three times quicker: no page has a frame of another origin, for whose sake each look would open a
  // page of its own, and what is right needs no report.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await axe
    .options({ resultTypes: ["violations"] })
    .withTags(tags)
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`)).toEqual([]);
}
