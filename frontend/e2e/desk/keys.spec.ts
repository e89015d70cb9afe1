import type { Page } from "@playwright/test";
import { expectDeskAccessible } from "../support/axe";
import { expect, signIn } from "../support/desk";
import { test } from "../support/test";

test.use({ actionTimeout: 60_000 });
test.beforeEach(() => test.setTimeout(400_000));

const isPhone = (page: Page) => page.viewportSize()?.width === 390;
const focused = (page: Page) => page.locator(":focus");

/** One forest for each size of screen: all use the same database. */
async function openForest(page: Page): Promise<void> {
  const forest = isPhone(page) ? "Inyonga forest" : "Mlele escarpment";
  await page.goto(`/admin/catalogue/forest/?q=${encodeURIComponent(forest)}`);
  await page.getByRole("link", { name: forest }).click();
  await page.getByRole("link", { name: "Plants and animals" }).click();
}

/** All of the field in focus is in sight: neither the edge nor the bar at the foot hides it. */
async function expectInSight(page: Page): Promise<void> {
  const field = await focused(page).boundingBox();
  const bar = await page.locator("#submit-row").boundingBox();
  expect(field?.y).toBeGreaterThanOrEqual(0);
  expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
}

/** The names of a forest's plants and animals as they stand on its form. */
function species(page: Page): Promise<string[]> {
  return page
    .locator("#species-data .original [name$='-name']")
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
}

test("Ctrl+K finds records, by keys alone and spoken", async ({ page, complaints, context }) => {
  await signIn(page);
  await page.keyboard.press("Control+k");
  const finder = page.getByRole("dialog", { name: "Find a record" });
  await expect(page.getByRole("textbox", { name: "What are you looking for?" })).toBeFocused();
  await page.keyboard.type("miombo");
  await expect(finder.getByRole("status")).toHaveText(/lines found/);
  await expectDeskAccessible(page);
  await page.keyboard.press("ArrowDown");
  await expect(focused(page)).toHaveText("Miombo Blossom honey");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Escape");
  await expect(finder).toBeHidden();
  // Enter waits for what was typed last.
  await page.getByRole("link", { name: "Find a record" }).click();
  await page.keyboard.type("purejoy");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("PUREJOY");
  expect(complaints).toEqual([]);
  await context.setOffline(true);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("asha");
  await expect(finder.getByRole("status")).toHaveText(/No answer came/);
});

test("rows are moved, removed and kept by keys", async ({ page, complaints }) => {
  await signIn(page);
  await openForest(page);
  const before = await species(page);
  const [first, second, third] = before;
  const down = page.getByRole("button", { name: `Move ${first} down` });
  await down.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${first}: 2 of ${before.length}.`)).toBeAttached();
  await expect(down).toBeFocused();
  expect(await species(page)).toEqual([second, first, ...before.slice(2)]);
  await page.getByRole("button", { name: `Remove ${third}` }).press("Enter");
  await expect(focused(page)).toHaveText("Keep it");
  await page.keyboard.press("Enter");
  // Two new rows: the first is taken away, and what was typed into the second stays.
  for (const _ of [1, 2]) await page.locator("#species-group .add-row").click();
  await page.locator(`#id_species-${before.length + 1}-name`).fill("Mtundu");
  await page.getByRole("button", { name: "Remove the new row" }).first().click();
  await expectDeskAccessible(page);
  // An error brings the rows back in the order that was made.
  await page.locator("#id_species-0-name").fill("");
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(page.getByText("Not saved: one thing is to be mended")).toBeVisible();
  expect(await species(page)).toEqual([second, "", ...before.slice(2)]);
  await page.getByRole("link", { name: "General" }).click();
  await page.locator(".desk-problems").getByRole("link").click();
  await expect(page.locator("#id_species-0-name")).toBeFocused();
  await expectInSight(page);
  await expect(page.locator(`#id_species-${before.length}-name`)).toBeHidden();
  await page.locator("#id_species-0-name").fill(first as string);
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(page.getByText("Your draft is saved.")).toBeVisible();
  await page.getByText("What it changes").click();
  // By its text: on a phone a cell is a block, and no cell any more.
  await expect(page.getByText(before.join(", "), { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Plants and animals" }).click();
  expect(await species(page)).toEqual([second, first, ...before.slice(2), "Mtundu"]);
  await page.getByRole("link", { name: "publish, discard, or write a note" }).click();
  await page.getByRole("button", { name: "Discard it" }).click();
  expect(complaints).toEqual([]);
});

test("an error leads to its field, which nothing covers", async ({ page, complaints }) => {
  await signIn(page);
  await page.goto("/admin/catalogue/batch/add/");
  await page.getByLabel("Lot number").fill("X-1");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const problems = page.locator(".desk-problems");
  await expect(problems).toBeFocused();
  await expectDeskAccessible(page);
  await problems.getByRole("link", { name: "Forest" }).click();
  const forest = page.getByRole("combobox", { name: "Forest" });
  await expect(forest).toBeFocused();
  await expectInSight(page);
  await forest.press("Enter");
  await expect(page.getByRole("searchbox", { name: "Forest" })).toBeFocused();
  await expectDeskAccessible(page);
  await openForest(page);
  await page.getByRole("link", { name: "General" }).click();
  const covered = await page.evaluate(() => {
    const bar = document.querySelector("#submit-row") as HTMLElement;
    const fields = [...document.querySelectorAll<HTMLElement>("form a, form input, form textarea")];
    const covered = fields.filter((field) => {
      field.focus();
      const { top, bottom } = field.getBoundingClientRect();
      // Of a text with many lines it is the one with the caret, the first, that must be seen.
      const end = field instanceof HTMLTextAreaElement ? top + 30 : bottom;
      return document.activeElement === field && end > bar.getBoundingClientRect().top;
    });
    return covered.map((field) => field.outerHTML);
  });
  expect(covered).toEqual([]);
  expect(complaints).toEqual([]);
});

test("the menu and the lists say what they are", async ({ page }) => {
  await signIn(page);
  const menu = page.getByRole("button", { name: "Menu", exact: true });
  await expect(menu).toHaveAttribute("aria-expanded", String(!isPhone(page)));
  const account = page.getByRole("button", { name: /^D? ?demo/ });
  if (isPhone(page)) {
    await menu.press("Enter");
    await expect(page.getByRole("button", { name: "Close the menu" })).toBeFocused();
    await expectDeskAccessible(page);
  }
  await account.press("Enter");
  await expect(page.getByRole("button", { name: /Log out/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(account).toBeFocused();
  if (!isPhone(page)) return;
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();
  await page.goto("/admin/catalogue/jar/?q=PUREJOY");
  const shop = page.locator("#result_list .field-beekeeper");
  await expect(shop).toHaveAttribute("data-label", "Featured beekeeper");
  const name = await shop.evaluate((cell) => getComputedStyle(cell, "::before").content);
  expect(name).toContain("Featured beekeeper");
});
