import { execFileSync } from "node:child_process";
import { choose, expect, picture, signIn } from "../support/desk";
import { test } from "../support/test";

test.use({ actionTimeout: 60_000 });

/** What the squares of a downloaded PDF say, once it is drawn as a printer would. */
function readSquares(file: string): string[] {
  const program = `
import sys
from upendo.labels.printing import proof
with proof.opened(open(sys.argv[1], "rb").read()) as document:
    for page in document:
        print("\\n".join(proof.read(proof.picture_of(page, 200))))
`;
  return execFileSync("python", ["-c", program, file], {
    encoding: "utf8",
    cwd: `${import.meta.dirname}/../../..`,
  })
    .trim()
    .split("\n");
}

test("from a new print run to a sheet of labels, and from its squares to the story", async ({
  page,
  baseURL,
  complaints,
}, testInfo) => {
  test.setTimeout(240_000);
  await signIn(page);
  await page.goto("/admin/catalogue/printrun/add/");
  await page.getByLabel("Number").fill("5");
  await choose(page, "batch", "INY-2026-07");
  await choose(page, "beekeeper", "Neema Kashindye");
  await page.locator('[name="_save"]').click();
  await expect(page.getByText("5 codes are made")).toBeVisible();

  const run = page.url();
  await page.getByRole("link", { name: "Make labels" }).click();
  await expect(page.getByRole("heading", { name: "5 of these codes are not live" })).toBeVisible();
  const preview = page.getByRole("img", { name: "Preview of the first page" });
  await expect(preview).toHaveJSProperty("complete", true);
  await expect(preview).not.toHaveJSProperty("naturalWidth", 0);
  await picture(page, testInfo, "labels", preview);
  const [download] = await Promise.all([
    page.waitForEvent("download", { timeout: 120_000 }),
    page.getByRole("button", { name: "Make them all the same" }).click(),
  ]);
  await expect(page.getByRole("heading", { name: "Ready" })).toBeVisible();

  const said = readSquares(await download.path());
  expect(new Set(said).size).toBe(5);
  for (const address of said) {
    expect(address).toMatch(new RegExp(`^${baseURL?.toUpperCase()}/Q/[2-9A-Z]{8}$`));
    expect((await page.request.get(address)).status()).toBe(404);
  }

  await page.goto(run);
  await page.getByRole("link", { name: "Open in the list" }).click();
  await page.locator(".action-toggle").check();
  await page.locator('select[name="action"]').selectOption("bring_live");
  await page.getByRole("button", { name: "Run" }).click();
  await page.getByRole("button", { name: "Bring live", exact: true }).click();
  await expect(page.getByText("5 codes are live.")).toBeVisible();

  for (const address of said) {
    expect((await page.request.get(address)).status()).toBe(200);
  }
  await page.goto(said[0] ?? "");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Neema Kashindye");
  expect(complaints).toEqual([]);
});
