import { PAGE_NAMES } from "../../src/paths";
import { open, untilTakenOver } from "../support/open";
import { expect, test } from "../support/test";

// Its table keeps figures whole: such data may need the width (WCAG 1.4.10 says so too).
const TABLE = "environment-net-carbon";

for (const name of ["beekeeper-letter", "beekeeper-message", "honey-health"]) {
  test(`the focus is never behind the pager on ${name}`, async ({ page }) => {
    await open(page, `/app/PUREJOY/${name}`);
    const hidden: string[] = [];
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Tab");
      const behind = await page.evaluate(() => {
        const focused = document.activeElement;
        const pager = document.querySelector("nav[aria-label=Pages]");
        if (!focused || !pager || pager.contains(focused)) return "";
        const { top, bottom } = focused.getBoundingClientRect();
        const bar = pager.getBoundingClientRect();
        return top >= bar.top && bottom <= bar.bottom ? focused.outerHTML.slice(0, 99) : "";
      });
      if (behind) hidden.push(behind);
    }
    expect(hidden).toEqual([]);
  });
}

test("letters twice as large make no page scroll sideways", async ({ page }) => {
  const wide: string[] = [];
  const narrow = PAGE_NAMES.filter((name) => name !== TABLE);
  for (const address of ["/", "/app/NOSUCHCODE", ...narrow.map((name) => `/app/PUREJOY/${name}`)]) {
    await open(page, address);
    const over = await page.evaluate(() => {
      const root = document.documentElement;
      root.style.fontSize = "200%";
      return root.scrollWidth - root.clientWidth;
    });
    if (over > 0) wide.push(`${address} by ${over} px`);
  }
  expect(wide).toEqual([]);
});

test("on paper there is no pager, and what stood on dark ground is dark", async ({ page }) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const name of PAGE_NAMES) {
    await open(page, `/app/PUREJOY/${name}`);
    await expect(page.getByRole("navigation", { name: "Pages" })).toBeHidden();
    const ink = await page
      .locator("header svg text")
      .first()
      .evaluate((text) => getComputedStyle(text).fill);
    expect(ink).toBe("rgb(29, 26, 22)");
  }
});

for (const media of [{ reducedMotion: "reduce" }, { media: "print" }] as const) {
  test(`nothing moves with ${JSON.stringify(media)}`, async ({ page }) => {
    await page.emulateMedia(media);
    await open(page, "/app/PUREJOY/environment-carbon-graph");
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")]
        .map((element) => getComputedStyle(element))
        .filter((style) => style.animationName !== "none" && style.animationDuration !== "0s")
        .map((style) => style.animationName),
    );
    expect(moving).toEqual([]);
  });
}

test("the letter's typeface is there before somebody prints", async ({ page }) => {
  await open(page, "/app/PUREJOY/beekeeper-letter");
  await expect
    .poll(() => page.evaluate(() => document.fonts.check('16px "Caveat"', "Mpendwa")))
    .toBe(true);
});

test("what is typed before the script comes is taken over, with its caret", async ({ page }) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/assets/main-*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/app/PUREJOY/beekeeper-message");
  const message = page.getByLabel("Your message");
  await message.pressSequentially("It tastes of caramel");
  await message.press("Home");
  letGo();
  await untilTakenOver(page);
  await page.keyboard.type("Yes. ");
  await expect(message).toHaveValue("Yes. It tastes of caramel");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("a letter is sent, and what is wrong is told", async ({ page }) => {
    await page.goto("/app/PUREJOY/beekeeper-message");
    await page.getByLabel("Your name").fill("Ann");
    await page.getByRole("button", { name: /^Send it/ }).click();
    await expect(page.getByText("Please write a message.")).toBeVisible();
    await page.getByLabel("Your message").fill("It tastes of caramel.");
    await page.getByRole("button", { name: /^Send it/ }).click();
    await expect(page.getByRole("status")).toContainText("on its way");
    await expect(page.getByRole("link", { name: /\/letters\// })).toBeVisible();
  });
});
