import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { brotliDecompressSync, constants } from "node:zlib";
import { PAGE_NAMES } from "../../src/paths";
import { untilTakenOver } from "../support/open";
import { expect, test } from "../support/test";

/** In bytes: ten segments, the first flight of a connection (RFC 6928). */
const FIRST_FLIGHT = 14_600;
const STORY = /\/api\/v1\/stories\//;
const TYPEFACES = /\.woff2$/;
const FAMILIES = ["Fraunces", "Source Sans 3"];

/** What has moved since the page began, in the browser's own measure. */
async function shiftSoFar(): Promise<number> {
  for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
  const observer = new PerformanceObserver(() => undefined);
  observer.observe({ type: "layout-shift", buffered: true });
  const shifts = observer.takeRecords() as (PerformanceEntry & { value: number })[];
  return shifts.reduce((sum, { value }) => sum + value, 0);
}

/** What a browser has of a page once the first flight is there. */
async function firstSight(address: string): Promise<string> {
  const asked = get(address, { headers: { "Accept-Encoding": "br" } });
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  const head = answer.rawHeaders.join("").length + answer.rawHeaders.length * 2;
  const body = Buffer.concat(await answer.toArray());
  const flight = body.subarray(0, FIRST_FLIGHT - head);
  const unfinished = { finishFlush: constants.BROTLI_OPERATION_FLUSH };
  return brotliDecompressSync(flight, unfinished).toString();
}

test("all that a page shows comes, with its headers, in the first flight of a connection", async ({
  baseURL,
}) => {
  for (const name of PAGE_NAMES) {
    // Who asks first gets quick bytes; smaller ones are made then.
    await expect
      .poll(() => firstSight(`${baseURL}/app/PUREJOY/${name}`), name)
      .toContain("</html>");
  }
});

test("a page whose story does not come stays as it was drawn, and asks again", async ({ page }) => {
  let refusals = 4; // each page asks twice before it pauses
  await page.route(STORY, (route) => {
    refusals -= 1;
    return refusals < 0 ? route.fallback() : route.fulfill({ status: 503 });
  });
  const refused = page.waitForResponse(STORY);
  await page.goto("/app/PUREJOY/menu");
  await refused;
  await page.getByRole("link", { name: /^Honey/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("honey");
  await untilTakenOver(page);
});

// 412 is Lighthouse's phone. At 390 Asante's buttons moved: they fitted into a row in one typeface alone.
const WIDTHS = {
  menu: 412,
  "tanzania-map": 412,
  "environment-net-carbon": 412,
  asante: 390,
  read: 412,
};

for (const [name, width] of Object.entries(WIDTHS)) {
  test(`the typefaces of ${name} come after its first view, and move nothing`, async ({ page }) => {
    await page.setViewportSize({ width, height: 823 });
    const order: string[] = [];
    page.on("requestfinished", (request) => order.push(`${request.resourceType()} is there`));
    page.on("request", (request) => order.push(`${request.resourceType()} is asked for`));
    await page.goto(`/app/PUREJOY/${name}`);
    await page.waitForFunction((families) => {
      const loaded = [...document.fonts].filter(({ status }) => status === "loaded");
      const names = loaded.map(({ family }) => family.replaceAll('"', ""));
      return families.every((name) => names.includes(name));
    }, FAMILIES);
    const picture = await page.locator("img[fetchpriority=high]").count();
    const typeface = order.indexOf("font is asked for");
    if (picture) expect(order.slice(0, typeface)).toContain("image is there");
    const [painted, asked] = await page.evaluate(() => [
      performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
      performance.getEntriesByType("resource").find(({ name }) => name.endsWith(".woff2"))
        ?.startTime ?? 0,
    ]);
    expect(painted).toBeGreaterThan(0);
    expect(asked).toBeGreaterThan(painted);
    expect(await page.evaluate(shiftSoFar)).toBeLessThan(0.01);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the typefaces come all the same", async ({ page }) => {
    const typeface = page.waitForRequest(TYPEFACES);
    await page.goto("/app/PUREJOY/menu");
    await typeface;
  });
});
