import { readFile } from "node:fs/promises";
import { expectDeskAccessible } from "../support/axe";
import { choose, expect, signIn } from "../support/desk";
import { test } from "../support/test";

test.use({ actionTimeout: 60_000 });

/** More than one round takes. */
const CODES = 60;

test("a table changes many live codes, whose drafts are published on a page that says how far it is", async ({
  page,
  complaints,
}) => {
  test.setTimeout(240_000);
  await signIn(page);
  await page.goto("/admin/catalogue/printrun/add/");
  await page.getByLabel("Number").fill(String(CODES));
  await choose(page, "batch", "INY-2026-07");
  await choose(page, "beekeeper", "Neema Kashindye");
  await page.locator('[name="_save"]').click();
  await page.getByRole("link", { name: "Bring all live" }).click();
  await page.getByRole("button", { name: "Bring live", exact: true }).click();
  await expect(page.getByRole("heading", { name: `${CODES} live` })).toBeVisible();
  const run = page.url().match(/\d+/g)?.at(-1);

  await page.goto(`/admin/catalogue/jar/export/?print_run=${run}`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download CSV" }).click(),
  ]);
  const exported = await readFile(await download.path(), "utf8");
  const text = exported.replaceAll(/\b500\b/g, "250");
  const code = text.match(/[2-9A-Z]{8}/)?.[0];
  const grams = async () =>
    (await (await page.request.get(`/api/v1/stories/${code}/`)).json()).jar_grams;

  await page.goto("/admin/catalogue/jar/import/");
  const table = { name: "weights.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.locator("input[type=file]").setInputFiles(table);
  await page.getByRole("button", { name: "Check the table" }).click();
  await page.getByRole("button", { name: `Import ${CODES} rows` }).click();
  await expect(page.getByText("The table is imported")).toBeVisible();
  expect(await grams()).toBe(500);

  await page.goto(`/admin/catalogue/jar/?print_run=${run}&draft=waiting`);
  await page.locator(".action-toggle").check();
  await page.getByRole("link", { name: `Select all ${CODES}` }).click();
  await page.locator('select[name="action"]').selectOption("publish");
  await page.getByRole("button", { name: "Run" }).click();
  const question = page.getByRole("heading", { name: `Publish the drafts of ${CODES} codes?` });
  await expect(question.last()).toBeVisible();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Done" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: `${CODES} of ${CODES}` })).toBeVisible();
  await expectDeskAccessible(page);
  await expect.poll(grams).toBe(250);
  expect(complaints).toEqual([]);
});
