import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { signIn } from "../support/desk";
import { open, untilTakenOver, untilTurnedTo } from "../support/open";
import { test as base, expect } from "../support/test";

const CODE = "ASAKRB9M";
const BROWSERS = {
  phone:
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
  laptop: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
};

/**
 * Windows of browsers that say what they are from their start. What a page sends in its last moment
 * has the name with which its browser was started, whatever name a window was given later.
 */
const test = base.extend<{ browsers: Record<keyof typeof BROWSERS | "program", Browser> }>({
  browsers: async ({ playwright, browser, launchOptions: { args = [] } }, use) => {
    const start = (name: string) =>
      playwright.chromium.launch({ args: [...args, `--user-agent=${name}`] });
    const [phone, laptop] = await Promise.all([start(BROWSERS.phone), start(BROWSERS.laptop)]);
    // A browser without a window is a program, as which all other tests read: they do not count.
    await use({ phone, laptop, program: browser });
    await Promise.all([phone.close(), laptop.close()]);
  },
});

/** What the table of the page "What is read" says of today, without what is 0. */
async function figures(desk: Page): Promise<Record<string, number>> {
  const answer = await desk.request.get("/admin/what-is-read/table/?days=7");
  const [headings = [], ...days] = (await answer.text())
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(",").map((cell) => cell.replace(/^"|"$/g, "")));
  const today = days.at(-1) ?? [];
  const pairs = headings.slice(1).map((name, index) => [name, Number(today[index + 1])] as const);
  return Object.fromEntries(pairs.filter(([, number]) => number > 0));
}

test("ten readers are counted as what they are", async ({ page: desk, browsers }) => {
  test.setTimeout(300_000);
  await signIn(desk);

  async function read(
    by: keyof typeof browsers,
    visit: (page: Page, context: BrowserContext) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const context = await browsers[by].newContext(options);
    // It stays open to the end of the test: a window that is shut must not take a message with it.
    await visit(await context.newPage(), context);
  }

  /**
   * Does what makes the page tell of its visit, and waits until it tells. Not for leaving a page:
   * what a page sends in its last moment the browser may send without a word to the test.
   */
  async function told(context: BrowserContext, act: () => Promise<unknown>): Promise<void> {
    await Promise.all([context.waitForEvent("request", isBeacon), act()]);
  }

  const menu = `/app/${CODE}/menu`;
  const away = async (page: Page) => {
    await untilIdle(page);
    await page.goto("/privacy");
  };

  // Those who are not counted come first: had they been, it would show by the end.
  await read("phone", async (page) => {
    await page.goto("/privacy");
    const fetched = page.waitForResponse(`**/q/${CODE}`);
    await page.evaluate((href) => {
      const hint = Object.assign(document.createElement("link"), { rel: "prefetch", href });
      document.head.append(hint);
    }, `/q/${CODE}`);
    await fetched;
  });
  await read("program", async (page) => {
    await open(page, menu);
    await away(page);
  });
  const refuses = (refuse: (page: Page, context: BrowserContext) => Promise<unknown>) =>
    read("phone", async (page, context) => {
      await refuse(page, context);
      await open(page, menu);
      await away(page);
    });
  await refuses((_, context) =>
    context.addInitScript(() => {
      Object.defineProperty(navigator, "globalPrivacyControl", { value: true });
    }),
  );
  await refuses(async (page) => {
    await away(page);
    await page.getByRole("button", { name: "Do not count my visits" }).click();
    await expect(page.getByRole("status")).toHaveText("Visits from this browser are not counted.");
  });

  // A scan, and the whole beekeeper's part but for its last page.
  await read("phone", async (page) => {
    await open(page, `/q/${CODE}`);
    await expect(page).toHaveURL(new RegExp(`${menu}$`));
    await page.getByRole("link", { name: /^Beekeeper/ }).click();
    await untilTurnedTo(page, "beekeeper");
    await page.getByRole("link", { name: "Next" }).click();
    await untilTurnedTo(page, "beekeeper-letter");
    await away(page);
  });
  await read("laptop", async (page) => {
    await open(page, "/");
    await page.getByLabel("The code on your jar").fill("asak rb9m");
    await page.getByRole("button", { name: "Meet your beekeeper" }).click();
    // This page was opened without a story, whose titles would say when it is shown.
    await expect(page).toHaveTitle(/^The story of your jar/);
    await away(page);
  });
  // A link that somebody passed on, and which is passed on again.
  await read(
    "phone",
    async (page) => {
      await open(page, `/app/${CODE}/tanzania-forest`);
      await page.getByRole("button", { name: "Share" }).click();
      await expect(page.getByText("Link copied")).toBeVisible();
      await away(page);
    },
    { permissions: ["clipboard-read", "clipboard-write"] },
  );
  await read("phone", async (page) => {
    await open(page, `/01/09506000134352/21/${CODE}`);
    await expect(page).toHaveURL(new RegExp(`${menu}$`));
    await away(page);
  });
  // Reads on without a connection, and tells when there is one again.
  await read("phone", async (page, context) => {
    await open(page, `/q/${CODE}`);
    await context.setOffline(true);
    await hide(page);
    await told(context, () => context.setOffline(false));
    await away(page);
  });
  // Two tabs are two visits.
  await read("laptop", async (page, context) => {
    const second = await context.newPage();
    for (const tab of [page, second]) await open(tab, menu);
    for (const tab of [page, second]) await away(tab);
  });
  // Back, a reload and another look at the same page are the same visit; a new page of it counts.
  await read("phone", async (page) => {
    await open(page, menu);
    await away(page);
    await page.goBack();
    await untilTakenOver(page);
    await page.reload();
    await untilTakenOver(page);
    await page.getByRole("link", { name: /^Honey/ }).click();
    await untilTurnedTo(page, "honey-type");
    await away(page);
  });
  // Turns to another app; then the system ends the tab.
  await read("phone", async (page, context) => {
    await open(page, menu);
    await told(context, () => hide(page));
    await page.goto("chrome://crash").catch(() => undefined);
  });

  await expect
    .poll(() => figures(desk), { timeout: 60_000 })
    .toEqual({
      Visits: 9,
      "By: Square on the jar": 2,
      "By: Code typed on our site": 1,
      "By: Link": 5,
      "By: GS1 link": 1,
      "Shared a page": 1,
      "Saw: The story of your jar": 8,
      "Saw: Meet the beekeeper": 1,
      "Saw: A letter from the beekeeper": 1,
      "Saw: The honey": 1,
      "Saw: The forest": 1,
    });
});

/** Waits until the script has done all that a page that is shown gives it to do. */
async function untilIdle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

function isBeacon(request: { url: () => string }): boolean {
  return request.url().endsWith("/api/v1/visits/");
}

/** What happens to a page whose reader turns to another app: Playwright keeps all tabs in sight. */
async function hide(page: Page): Promise<void> {
  await untilIdle(page);
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
}
