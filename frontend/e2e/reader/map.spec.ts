import type { Page, Route } from "@playwright/test";
import { expect, test } from "../support/test";

const ADDRESS = "/app/PUREJOY/tanzania-map";
const SPACE = "rgb(23, 54, 31)";
const TANZANIA = "rgb(243, 214, 146)";
const TANZANIA_IN_THE_DARK = "rgb(115, 90, 34)";

/** The colour in the map's corner: space around the globe, and the country around the forest. */
function cornerOf(page: Page): Promise<string> {
  return page.locator("canvas").evaluate((map: HTMLCanvasElement) => {
    const corner = new OffscreenCanvas(1, 1).getContext("2d");
    corner?.drawImage(map, -3, -3);
    const [red, green, blue] = corner?.getImageData(0, 0, 1, 1).data ?? [];
    return `rgb(${red}, ${green}, ${blue})`;
  });
}

async function expectFlights(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "The forest", pressed: true })).toBeVisible();
  await expect.poll(() => cornerOf(page)).toBe(TANZANIA);
  await page.getByRole("button", { name: "The world" }).click();
  await expect.poll(() => cornerOf(page)).toBe(SPACE);
}

test("the map flies to the forest and back to the world, drawn by a worker", async ({ page }) => {
  await page.goto(ADDRESS);
  await expectFlights(page);
  expect(page.workers()).toHaveLength(1);
  await page.getByRole("link", { name: /^Next/ }).click();
  await expect.poll(() => page.workers()).toHaveLength(0);
});

test("the map flies though what lies around the forest never comes", async ({ page }) => {
  const waiting: Route[] = [];
  await page.route("**/surroundings/*", (route) => void waiting.push(route));
  await page.goto(ADDRESS);
  await expectFlights(page);
  await Promise.all(waiting.map((route) => route.abort()));
});

test("the page names what lies near, and the still map on one page draws it", async ({ page }) => {
  await page.goto(ADDRESS);
  await expect(page.getByText("Rivers: Ugalla")).toBeVisible();
  await page.goto("/app/PUREJOY/read");
  const map = page.getByRole("img", { name: /^What lies around Inyonga forest/ });
  await expect(map.getByText("Ugalla")).toBeVisible();
});

test("the way of a batch leads out of the forest, and back into it", async ({ page }) => {
  await page.goto("/app/PUREJOY/journey");
  await expect(page.getByRole("button", { name: "The whole way", pressed: true })).toBeVisible();
  await page.getByRole("button", { name: "The forest" }).click();
  await expect.poll(() => cornerOf(page)).toBe(TANZANIA);
});

test("the map takes the colours of the night when it falls", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(ADDRESS);
  await expect.poll(() => cornerOf(page)).toBe(TANZANIA);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => cornerOf(page)).toBe(TANZANIA_IN_THE_DARK);
});

test("nothing on the page moves for the map", async ({ page }) => {
  await page.goto(ADDRESS);
  await expect(page.getByRole("button", { name: "The forest", pressed: true })).toBeVisible();
  const shift = await page.evaluate(async () => {
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type: "layout-shift", buffered: true });
    const shifts = observer.takeRecords() as (PerformanceEntry & { value: number })[];
    return shifts.reduce((sum, { value }) => sum + value, 0);
  });
  expect(shift).toBeLessThan(0.01);
});

test("an old browser draws the map in the page", async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(HTMLCanvasElement.prototype, "transferControlToOffscreen");
  });
  await page.goto(ADDRESS);
  await expectFlights(page);
  expect(page.workers()).toHaveLength(0);
});

test("the still map stays when the worker does not come", async ({ page }) => {
  await page.route(/painter-worker/, (route) => route.abort());
  await page.goto(ADDRESS);
  await expect(page.getByText("so this is a still one")).toBeVisible();
  await expect(page.getByRole("img", { name: /^Map: / })).toBeVisible();
});
