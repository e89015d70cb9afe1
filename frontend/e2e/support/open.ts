import { expect, type Page } from "@playwright/test";

/** Opens an address and waits until the script has taken over what the server has drawn. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await untilTakenOver(page);
}

/** Waits until the script has taken over the page, which may draw another one in its place. */
export async function untilTakenOver(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const heading = document.querySelector("#root h1");
    return heading && Object.keys(heading).some((key) => key.startsWith("__react"));
  });
}

/** Waits until a page of the story is shown: its address changes a moment before the page does. */
export async function untilTurnedTo(page: Page, name: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`/${name}$`));
  const { code, story } = JSON.parse((await page.locator("#page-data").textContent()) ?? "");
  const told = story ?? (await (await page.request.get(`/api/v1/stories/${code}/`)).json());
  await expect(page).toHaveTitle(told.titles[name]);
}

/** Opens an address and waits for all that a person would wait for: pictures, typefaces, the map. */
export async function openWhole(page: Page, address: string): Promise<void> {
  await page.goto(address);
  // The one-page story has no script, and so none of the data that a script would take over.
  if (await page.locator("#page-data").count()) await untilTakenOver(page);
  await untilWhole(page);
}

/** Waits for what is in sight: pictures, typefaces, the map. */
export async function untilWhole(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const inSight = (image: HTMLImageElement) => {
      const { top, bottom, left, right } = image.getBoundingClientRect();
      return top < innerHeight && bottom > 0 && left < innerWidth && right > 0;
    };
    const missing = [...document.images].filter((image) => inSight(image) && !image.complete);
    const map = document.querySelector("[role=application]");
    const mapIsOpen = !map || map.hasAttribute("data-open");
    // No typeface is on its way before its style sheet has come, and a layout has asked for it.
    const styles = document.querySelectorAll<HTMLLinkElement>("link[as=style]");
    const isStyled = [...styles].every(({ sheet }) => sheet) && document.body.offsetHeight > 0;
    const isLettered = isStyled && document.fonts.status === "loaded";
    return mapIsOpen && missing.length === 0 && isLettered;
  });
}
