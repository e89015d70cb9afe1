import { expectDeskAccessible } from "../support/axe";
import { expect, signIn } from "../support/desk";
import { test } from "../support/test";

// Each size of screen has a record of its own: all use the same database.
const RECORD = { phone: "forest", desktop: "honey" };

test.use({ actionTimeout: 60_000, timezoneId: "Africa/Dar_es_Salaam" });

test("a draft is published at a time by the clock of whoever sets it", async ({
  page,
  complaints,
}, { project }) => {
  test.setTimeout(200_000);
  await signIn(page);
  await page.goto(`/admin/catalogue/${RECORD[project.name as keyof typeof RECORD]}/`);
  await page.locator("#result_list tbody th a").first().click();
  await page.getByLabel("Description").fill("Bees fly from May to August.");
  await page.getByRole("button", { name: "Save as draft", exact: true }).click();
  await page.getByRole("link", { name: "publish, discard, or write a note" }).click();
  await page.getByText("Publish at a time").click();
  await expect(page.getByLabel("Time zone")).toHaveValue("Africa/Dar_es_Salaam");

  const soon = new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  await page.getByLabel("Day").fill(soon);
  await page.locator("input[type=time]").fill("08:00");
  await expectDeskAccessible(page);
  await page.getByRole("button", { name: "Set this time" }).click();
  await expect(page.getByRole("heading", { name: /08:00 \(Africa\/Dar es Salaam/ })).toBeVisible();

  await page.getByRole("button", { name: "Take the time back" }).click();
  await expect(page.getByText("It waits again")).toBeVisible();
  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(page.getByText("Discarded.")).toBeVisible();
  expect(complaints).toEqual([]);
});
