import type { BrowserContext, Page } from "@playwright/test";
import { PAGE_NAMES } from "../../src/paths";
import { open, untilTakenOver, untilTurnedTo } from "../support/open";
import { expect, test } from "../support/test";

const STORY = "/app/PUREJOY";
const PAGES = PAGE_NAMES.slice(1);

test.use({ serviceWorkers: "allow" });
test.slow(); // keeping a story takes some fifty requests, one after the other

/** From which builds the story is kept, whole. */
function keptBuilds(page: Page): Promise<string[]> {
  return page.evaluate(async (story) => {
    const names = await caches.keys();
    const whole = names.map(async (name) => (await caches.open(name)).match(story));
    const pages = await Promise.all(whole);
    return names.filter((_, index) => pages[index]).map((name) => name.split(":").at(-1) ?? "");
  }, STORY);
}

/** Opens the story, waits until it is kept, and returns the name of its build. */
async function keepStory(page: Page): Promise<string> {
  await open(page, `${STORY}/menu`);
  await expect.poll(() => keptBuilds(page), { timeout: 60_000 }).toHaveLength(1);
  const [build = ""] = await keptBuilds(page);
  return build;
}

/** Lets the server name another build from now on, whose page has a mark. */
async function deploy(context: BrowserContext, build: string): Promise<void> {
  await context.route("/offline.json", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), build } });
  });
  await context.route(STORY, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace("<body>", `<body data-build="${build}">`);
    await route.fulfill({ response, body });
  });
}

async function expectWhole(page: Page): Promise<void> {
  await untilTakenOver(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const picture of await page.locator("main img:visible").all()) {
    await picture.scrollIntoViewIfNeeded();
    const width = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
    await expect.poll(width).toBeGreaterThan(0);
  }
}

test("a story that was opened opens without a network, by link and by address", async ({
  page,
  context,
}) => {
  await keepStory(page);
  await context.setOffline(true);
  await page.getByRole("link", { name: /^Beekeeper/ }).click();
  for (const name of PAGES) {
    await untilTurnedTo(page, name);
    await expectWhole(page);
    await page
      .getByRole("link", { name: /^(Next|Menu)/ })
      .last()
      .click();
  }
  for (const name of ["menu", ...PAGES]) {
    await page.goto(`${STORY}/${name}`);
    await expectWhole(page);
  }
  await page.reload();
  await expectWhole(page);
});

test("a page that was not drawn before it is asked for shows no other one first", async ({
  page,
  context,
}) => {
  await keepStory(page);
  await context.setOffline(true);
  const response = await page.goto(`${STORY}/honey-type`);
  expect(await response?.text()).toContain('<div id="root"></div>');
  await expectWhole(page);
  const menu = await page.goto("/q/PUREJOY");
  expect(await menu?.text()).toContain("Neema Kashindye</bdi> harvested");
});

test("the front door, the whole story and odd addresses open without a network too", async ({
  page,
  context,
}) => {
  await keepStory(page);
  await context.setOffline(true);
  for (const address of ["/q/PUREJOY%E0", "/Q/purejoy", "/q/PUREJOY/", "/APP/PureJoy/MENU,"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Neema");
  }
  await page.goto(`${STORY}/read`);
  await expect(page.getByText("Mpendwa mteja").first()).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Every jar has a story");
  await untilTakenOver(page);
  await page.getByRole("link", { name: "Meet PUREJOY" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Neema");
});

test("an address with a broken letter opens while the worker runs", async ({ page }) => {
  await keepStory(page);
  const response = await page.goto("/q/PUREJOY%E0");
  expect(response?.status()).toBe(200);
});

test("the map is drawn without a network too", async ({ page, context }) => {
  await keepStory(page);
  await context.setOffline(true);
  await page.goto(`${STORY}/tanzania-map`);
  await expect(page.getByRole("button", { name: "The forest", pressed: true })).toBeVisible();
});

test("a story that was never opened says that there is no connection", async ({
  page,
  context,
}) => {
  await keepStory(page);
  await context.setOffline(true);
  await page.goto("/app/MSTUK47W/menu");
  await expect(page.getByRole("alert")).toContainText("Check your connection");
  await expect(page).toHaveTitle("Upendo Honey");
  await expect(page.locator("#root")).not.toContainText("Neema");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Juma Mwakalukwa");
});

test("a new deployment takes the place of the former", async ({ page, context }) => {
  await keepStory(page);
  await deploy(context, "next");
  await page.reload();
  await expect.poll(() => keptBuilds(page), { timeout: 60_000 }).toEqual(["next"]);
  await context.setOffline(true);
  await page.goto(`${STORY}/honey-type`);
  await expect(page.locator("body")).toHaveAttribute("data-build", "next");
  await expectWhole(page);
});

test("a new deployment that arrives by half leaves the former whole", async ({ page, context }) => {
  const former = await keepStory(page);
  await deploy(context, "next");
  await context.route(/painter-worker/, (route) => route.abort());
  await Promise.all([
    context.waitForEvent("requestfailed", (request) => request.url().includes("painter-worker")),
    page.reload(),
  ]);
  await context.setOffline(true);
  expect(await keptBuilds(page)).toEqual([former]);
  await page.goto(`${STORY}/honey-type`);
  await expectWhole(page);
});
