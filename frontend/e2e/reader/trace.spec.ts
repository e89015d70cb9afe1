import { expectAccessible } from "../support/axe";
import { open } from "../support/open";
import { expect, test } from "../support/test";

test.beforeEach(async ({ page }) => {
  await open(page, "/");
});

test("a typed code leads to the letter by tapping on", async ({ page }) => {
  await page.getByLabel("The code on your jar").fill(" pure-joy ");
  await page.getByRole("button", { name: "Meet your beekeeper" }).click();
  await expect(page).toHaveURL(/\/app\/PUREJOY\/menu$/);
  await page.getByRole("link", { name: /^Beekeeper/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Neema Kashindye");
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A letter from Neema Kashindye");
  await expect(page.getByText("Dear customer,")).toBeVisible();
  // A phone shows one language at a time, a wide screen both.
  const swahili = page.getByRole("button", { name: "Kiswahili" });
  if (await swahili.isVisible()) await swahili.click();
  await expect(page.locator("[lang=sw]").getByText("Mpendwa mteja,")).toBeVisible();
});

test("the keyboard alone leads from the code to the letter", async ({ page }) => {
  const field = page.getByLabel("The code on your jar");
  while (!(await field.evaluate((element) => element === document.activeElement))) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.type("purejoy");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/menu$/);
  const card = page.getByRole("link", { name: /^Beekeeper/ });
  while (!(await card.evaluate((element) => element === document.activeElement))) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("A letter from");
  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(/beekeeper$/);
});

test("an empty and an impossible code are explained beside the field", async ({ page }) => {
  const field = page.getByLabel("The code on your jar");
  await page.getByRole("button", { name: "Meet your beekeeper" }).click();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await field.fill("høney");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("only the letters A to Z and digits");
  await expect(field).toHaveValue("høney");
});

test("a slip is met with the code that was meant", async ({ page }) => {
  await page.getByLabel("The code on your jar").fill("PUREJOX");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("No jar carries this code");
  await page.getByRole("alert").getByRole("button", { name: "PUREJOY" }).first().click();
  await expect(page).toHaveURL(/\/app\/PUREJOY\/menu$/);
});

test("a zero for an O opens the code that alone can be meant", async ({ page }) => {
  await page.getByLabel("The code on your jar").fill("pure j0y");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/app\/PUREJOY\/menu$/);
});

test("a failing connection keeps what was typed and can be tried again", async ({ page }) => {
  await page.route("**/api/**", (route) => route.abort());
  await page.getByLabel("The code on your jar").fill("PUREJOY");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).not.toBeEmpty();
  await expectAccessible(page);
  await expect(page.getByLabel("The code on your jar")).toHaveValue("PUREJOY");
  await page.unrouteAll({ behavior: "wait" });
  await page.getByRole("button", { name: "Meet your beekeeper" }).click();
  await expect(page).toHaveURL(/menu$/);
});

test("without JavaScript the form still finds the story", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const response = await page.goto("/trace?code=pure+joy");
  expect(response?.status()).toBe(200);
  await expect(page).toHaveURL(/\/app\/PUREJOY#typed$/);
});
