import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe";

const ADDRESSES = [
  "/",
  "/app/PUREJOY/menu",
  "/app/PUREJOY/beekeeper",
  "/app/PUREJOY/beekeeper-letter",
  "/app/NOSUCHCODE/menu",
];

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} mode`, () => {
    test.use({ colorScheme });
    for (const address of ADDRESSES) {
      test(`axe finds nothing on ${address}`, async ({ page }) => {
        await page.goto(address, { waitUntil: "networkidle" });
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectAccessible(page);
      });
    }
  });
}

for (const address of ADDRESSES) {
  test(`nothing scrolls sideways at 320 px on ${address}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(address, { waitUntil: "networkidle" });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}
