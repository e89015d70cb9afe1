import type { Request } from "@playwright/test";
import { open } from "../support/open";
import { expect, test } from "../support/test";

test("a direct link opens its page, in any letter case", async ({ page }) => {
  await page.goto("/app/purejoy/beekeeper-letter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("A letter from Neema");
  await expect(page).toHaveTitle(/A letter from Neema Kashindye/);
});

test("a scanned code shows the menu, at the address that one passes on", async ({ page }) => {
  await page.goto("/q/PUREJOY");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Neema Kashindye");
  await expect(page).toHaveURL(/\/app\/PUREJOY\/menu$/);
});

test("Back goes to the page before", async ({ page }) => {
  await open(page, "/app/PUREJOY/menu");
  await page.getByRole("link", { name: /^Beekeeper/ }).click();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/beekeeper-letter$/);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Neema Kashindye");
  await page.goBack();
  await expect(page).toHaveURL(/menu$/);
});

test("a story is fetched once, and read without another request for data", async ({ page }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await open(page, "/app/PUREJOY/menu");
  await page.getByRole("link", { name: /^Beekeeper/ }).click();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("A letter from");
  const origin = new URL(page.url()).origin;
  const data = requests.filter((url) => url.includes("/api/"));
  expect(data).toEqual([`${origin}/api/v1/stories/PUREJOY/`]);
  expect(requests.filter((url) => !url.startsWith(origin) && !url.startsWith("data:"))).toEqual([]);
});

test("each code tells its own story", async ({ page }) => {
  await page.goto("/app/MSTUK47W/menu");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Juma Mwakalukwa");
  await expect(page.getByRole("link", { name: /Feinkost Morgenrot/ })).toBeVisible();
  await page.goto("/app/ASAKRB9M/menu");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Rehema Sungura");
});

test("an unknown code gets its own page and is never another story", async ({ page }) => {
  const response = await page.goto("/app/NOSUCHCODE/menu");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("NOSUCHCODE");
  await expect(page.getByLabel("The code on your jar")).toHaveValue("NOSUCHCODE");
  await page.getByRole("link", { name: "meet PUREJOY" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Neema Kashindye");
});

for (const address of ["/", "/app/PUREJOY/menu", "/app/PUREJOY/beekeeper-letter", "/api/docs/"]) {
  test(`nothing on ${address} breaks the security policy or fails to load`, async ({
    page,
    complaints,
  }) => {
    const underway = new Set<Request>();
    page.on("request", (request) => underway.add(request));
    page.on("requestfinished", (request) => underway.delete(request));
    page.on("requestfailed", (request) => complaints.push(request.url()));
    await page.goto(address);
    await expect(page.getByRole("heading").first()).toBeVisible();
    // What is fetched for later is asked for when the browser has nothing else to do.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    await expect.poll(() => underway.size).toBe(0);
    expect(complaints).toEqual([]);
  });
}
