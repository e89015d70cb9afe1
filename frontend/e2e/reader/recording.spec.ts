import type { Page, Request } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { open } from "../support/open";
import { expect, test } from "../support/test";

const LETTER = "/app/PUREJOY/beekeeper-letter";
const SOUND = /\/media\/recordings\//;

function position(page: Page) {
  return page.getByRole("slider", { name: "Position" });
}

async function seconds(page: Page): Promise<number> {
  return Number(await position(page).inputValue());
}

test("the letter is heard by keyboard, and nothing of it is fetched before", async ({
  page,
  complaints,
}) => {
  const asked: Request[] = [];
  page.on("request", (request) => {
    if (SOUND.test(request.url())) asked.push(request);
  });
  await open(page, LETTER);
  const play = page.getByRole("button", { name: "Play", exact: true });
  await expect(play).toBeVisible();
  await expect(page.getByText("spoken by a speech program")).toBeVisible();
  await expectAccessible(page);
  expect(asked).toEqual([]);

  await play.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => seconds(page)).toBeGreaterThan(0);
  expect(asked.length).toBeGreaterThan(0);
  await page.keyboard.press("Space");
  await expect(play).toBeVisible();

  await page.keyboard.press("Tab");
  await expect(position(page)).toBeFocused();
  await page.keyboard.press("End");
  const whole = await seconds(page);
  expect(whole).toBeGreaterThan(30);
  await page.keyboard.press("ArrowLeft");
  await expect(position(page)).toHaveValue(String(whole - 1));
  await expect(page).toHaveURL(new RegExp(`${LETTER}$`));

  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("combobox", { name: "Speed" })).toHaveValue("1.25");
  expect(
    await page.locator("audio").evaluate((audio: HTMLAudioElement) => audio.playbackRate),
  ).toBe(1.25);
  expect(complaints).toEqual([]);
});

test.describe("without a network", () => {
  test.use({ serviceWorkers: "allow" });
  test.slow(); // keeping a story takes some fifty requests, one after the other

  test("a kept story is heard, and moved about in", async ({ page, context }) => {
    await open(page, LETTER);
    const address = await page.locator("audio").getAttribute("src");
    const isKept = () =>
      page.evaluate(async (src) => Boolean(await caches.match(src ?? "")), address);
    await expect.poll(isKept, { timeout: 60_000 }).toBe(true);
    await context.setOffline(true);
    await page.goto(LETTER);
    const whole = Number(await position(page).getAttribute("max"));
    await position(page).fill(String(whole - 4));
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await expect.poll(() => seconds(page)).toBeGreaterThan(whole - 4);
    expect(
      await page.evaluate(async (src) => {
        const part = await fetch(src ?? "", { headers: { Range: "bytes=-10" } });
        return [part.status, (await part.arrayBuffer()).byteLength];
      }, address),
    ).toEqual([206, 10]);
  });
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  for (const address of [LETTER, "/app/PUREJOY/read"]) {
    test(`the browser's own player is on ${address}`, async ({ page }) => {
      await page.goto(address);
      await expect(page.getByLabel("The letter, read aloud")).toBeVisible();
      await expect(page.locator("audio[controls][preload=none]")).toHaveCount(1);
    });
  }
});
