import type { Page } from "@playwright/test";

/** Draws a finger across the page's heading from right to left, as the browser feels it. */
export async function swipeLeft(page: Page): Promise<void> {
  const heading = await page.getByRole("heading", { level: 1 }).boundingBox();
  if (!heading) throw new Error("the page has no heading to swipe on");
  const y = heading.y + heading.height / 2;
  const touch = await page.context().newCDPSession(page);
  const move = (type: "touchStart" | "touchMove", x: number) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints: [{ x, y }] });
  await move("touchStart", 320);
  for (const x of [280, 220, 160, 100, 60]) await move("touchMove", x);
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await touch.detach();
}
