import type { Page } from "@playwright/test";
import { type FixedPageName, PAGE_NAMES } from "../../src/paths";
import { expectAccessible } from "../support/axe";
import { open, openWhole, untilTurnedTo, untilWhole } from "../support/open";
import { swipeLeft } from "../support/swipe";
import { expect, test } from "../support/test";

const PAGES = PAGE_NAMES.slice(1);
const SIZES = {
  "the smallest phone": { width: 320, height: 640 },
  "a small phone": { width: 360, height: 740 },
  "a phone": { width: 390, height: 844 },
  "a phone on its side": { width: 844, height: 390 },
  "a tablet": { width: 768, height: 1024 },
  "a laptop": { width: 1366, height: 768 },
};

async function expectFinished(page: Page, name: FixedPageName): Promise<void> {
  await untilTurnedTo(page, name);
  await expectWhole(page, name);
}

/** Whether a page has its heading, and nothing that a person would call broken. */
async function expectWhole(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("main")).not.toContainText(/undefined|null|NaN/);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${name} scrolls sideways`).toBe(0);
}

// One opening for all sizes, as for somebody who turns a phone or pulls at a window.
for (const name of ["menu", ...PAGES] as const) {
  test(`${name} opens by its own link, whole and accessible in every size`, async ({ page }) => {
    test.slow();
    await openWhole(page, `/app/PUREJOY/${name}`);
    for (const [device, viewport] of Object.entries(SIZES)) {
      await test.step(`on ${device}`, async () => {
        await page.setViewportSize(viewport);
        await untilWhole(page);
        await expectFinished(page, name);
        await expectAccessible(page);
        // For a person to look at, and for CI to keep.
        await page.screenshot({ path: `test-results/pages/${device}/${name}.png` });
      });
    }
    await page.emulateMedia({ colorScheme: "dark" });
    for (const device of ["a laptop", "a phone"] as const) {
      await test.step(`on ${device}, in the dark`, async () => {
        await page.setViewportSize(SIZES[device]);
        await untilWhole(page);
        await expectAccessible(page);
      });
    }
  });
}

test("a person's page is reached from the page of all, and leads back and on", async ({ page }) => {
  await open(page, "/app/PUREJOY/people");
  await page.locator("main a[href*='/people/']").first().click();
  await expect(page).toHaveURL(/\/people\/\d+$/);
  for (const device of ["a phone", "a laptop"] as const) {
    await page.setViewportSize(SIZES[device]);
    await untilWhole(page);
    await expectWhole(page, "a person's page");
    await expectAccessible(page);
  }
  await page.keyboard.press("ArrowRight");
  await expectFinished(page, "brought");
  await page.goBack();
  await expect(page).toHaveURL(/\/people\/\d+$/);
  await page.keyboard.press("ArrowLeft");
  await expectFinished(page, "people");
});

test("every page is reached by tapping on, and Back leads all the way home", async ({ page }) => {
  await open(page, "/app/PUREJOY/menu");
  await page.getByRole("link", { name: /^Beekeeper/ }).click();
  for (const [index, name] of PAGES.entries()) {
    await expectFinished(page, name);
    if (index < PAGES.length - 1) await page.getByRole("link", { name: /^Next/ }).click();
  }
  for (const name of (["menu", ...PAGES] as const).slice(0, -1).reverse()) {
    await page.goBack();
    await expectFinished(page, name);
  }
});

test("every page is reached by the arrow key", async ({ page }) => {
  await open(page, `/app/PUREJOY/${PAGES[0]}`);
  for (const [index, name] of PAGES.entries()) {
    await expectFinished(page, name);
    if (index > 0) await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await page.keyboard.press("ArrowRight");
  }
  await expect(page).toHaveURL(/\/menu$/);
});

test("the whole story is told while the API fails, dawdles or never answers", async ({
  page,
  hold,
}) => {
  await hold("**/api/**");
  await page.goto(`/app/PUREJOY/${PAGES[0]}`);
  for (const [index, name] of PAGES.entries()) {
    await expectFinished(page, name);
    if (index < PAGES.length - 1) await page.getByRole("link", { name: /^Next/ }).click();
  }
});

test.describe("by touch", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test("every page is reached by swiping", async ({ page }) => {
    await open(page, `/app/PUREJOY/${PAGES[0]}`);
    for (const [index, name] of PAGES.entries()) {
      await expectFinished(page, name);
      const next = PAGES[index + 1];
      if (!next) break;
      // A busy machine may lose a finger's way; a reader would draw it again.
      await expect(async () => {
        await swipeLeft(page);
        await expect(page).toHaveURL(new RegExp(`/${next}$`), { timeout: 3000 });
      }).toPass({ timeout: 30_000 });
    }
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the one-page reader tells the whole story", async ({ page }) => {
    await page.goto("/app/PUREJOY/read");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const text of ["Mpendwa mteja", "Dear customer", "Inyonga forest", "1,906", "12 months"]) {
      await expect(page.getByText(text).first()).toBeVisible();
    }
  });

  test("every React page leads to the reader", async ({ page }) => {
    await page.goto("/app/PUREJOY/honey-type");
    await page.locator("noscript a").first().click();
    await expect(page).toHaveURL(/\/app\/PUREJOY\/read/);
  });
});
