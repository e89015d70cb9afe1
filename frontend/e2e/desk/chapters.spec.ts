import type { Locator, Page } from "@playwright/test";
import { expectDeskAccessible } from "../support/axe";
import { expect, signIn } from "../support/desk";
import { test } from "../support/test";

test.use({ actionTimeout: 60_000 });
test.beforeEach(() => test.setTimeout(240_000));

const LIST = "/admin/pages/chapter/";
/** The demonstration's own chapter: below it nothing is edited by other tests. */
const BEES = "Our bees";
const DONE = "Readers find the chapters in this order now.";
const STORY = "/api/v1/stories/MSTUK47W/";

const rows = (page: Page) => page.getByRole("listitem").filter({ has: page.locator("[data-row]") });
const publish = (page: Page) => page.getByRole("button", { name: "Publish", exact: true });

function listed(page: Page): Promise<string[]> {
  return page.locator("[data-row]").evaluateAll((all) => {
    return all.map((row) => (row as HTMLElement).dataset.row ?? "");
  });
}

/** What readers find, in their order. */
async function told(page: Page): Promise<string[]> {
  const { contents } = await (await page.request.get(STORY)).json();
  return contents.map((chapter: { title: string; kind: string }) => chapter.title || chapter.kind);
}

async function middle(of: Locator): Promise<{ x: number; y: number }> {
  const box = await of.boundingBox();
  if (!box) throw new Error("it is not to be seen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const handle = (page: Page, name: string) =>
  rows(page).filter({ hasText: name }).locator(".desk-move__handle");

test("a chapter is moved by touch, and back by keys", async ({ page, complaints }) => {
  await signIn(page);
  await page.goto(LIST);
  const before = await listed(page);
  const last = before.at(-1) ?? "";
  const [from, to] = [await middle(handle(page, BEES)), await middle(handle(page, last))];

  const finger = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
    finger.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: y === undefined ? [] : [{ x: from.x, y }],
    });
  await touch("touchStart", from.y);
  const moved = [...before.filter((name) => name !== BEES), BEES];
  // The rows make way while the finger is on its way, not when it leaves.
  let step = 0;
  await expect(async () => {
    step = Math.min(step + 1, 10);
    await touch("touchMove", from.y + ((to.y + 15 - from.y) * step) / 10);
    // What hangs at the finger is a copy, behind all rows.
    expect((await listed(page)).slice(0, before.length)).toEqual(moved);
  }).toPass({ intervals: [60] });
  await touch("touchEnd");
  await publish(page).click();
  await expect(page.getByText(DONE)).toBeVisible();
  expect(await listed(page)).toEqual(moved);
  await expect.poll(async () => (await told(page)).at(-1)).toBe(BEES);

  const up = page.getByRole("button", { name: `Move ${BEES} up` });
  await up.focus();
  for (let place = before.length - 1; place > before.indexOf(BEES); place--) {
    await page.keyboard.press("Enter");
    await expect(page.getByText(`${BEES}: ${place} of ${before.length}.`)).toBeAttached();
  }
  await expect(up).toBeFocused();
  await expectDeskAccessible(page);
  await publish(page).press("Enter");
  await expect(page.getByText(DONE)).toBeVisible();
  expect(await listed(page)).toEqual(before);
  await expect.poll(async () => (await told(page)).indexOf(BEES)).toBe(before.indexOf(BEES));
  expect(complaints).toEqual([]);
});

test("nobody leaves chapters by mistake that a mouse has moved", async ({ page, complaints }) => {
  await signIn(page);
  await page.goto(LIST);
  await expectDeskAccessible(page);
  const before = await listed(page);
  await handle(page, BEES).dragTo(handle(page, before[0] ?? ""));
  await expect
    .poll(async () => (await listed(page)).indexOf(BEES))
    .toBeLessThan(before.indexOf(BEES));
  const asked = page.waitForEvent("dialog");
  const left = page.getByRole("link", { name: BEES, exact: true }).click();
  await (await asked).dismiss();
  await left;
  expect(page.url()).toContain(LIST);
  expect(complaints).toEqual([]);
});
