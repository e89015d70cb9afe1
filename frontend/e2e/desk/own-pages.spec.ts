import type { Page } from "@playwright/test";
import { expectAccessible, expectDeskAccessible } from "../support/axe";
import { choose, expect, signIn } from "../support/desk";
import { open } from "../support/open";
import { test } from "../support/test";

test.use({ actionTimeout: 60_000 });

/** A story that no other test walks through; and a page for each size of screen. */
const STORY = "/app/ASAKRB9M";
const FOREST = "Mlele escarpment";
const SLUGS = { phone: "our-bees-on-phones", desktop: "our-bees-at-desks" };
const FORBIDDEN = "Our honey is carbon neutral.";
const TEXT = "The bees of the escarpment live in clefts that nobody can reach.";
const SAID = "They were here before us.";
const HEARD = "The letter from Neema Kashindye";

function button(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true });
}

/** Adds a block of a kind at the end, and types into its fields. */
async function addBlock(page: Page, kind: string, typed: Record<string, string>): Promise<string> {
  const number = await page.locator("#id_blocks-TOTAL_FORMS").inputValue();
  await page.locator("#blocks-group").getByText("Add another Block").click();
  await page.locator(`#id_blocks-${number}-kind`).selectOption(kind);
  for (const [field, text] of Object.entries(typed)) {
    await page.locator(`#id_blocks-${number}-${field}`).fill(text);
  }
  return number;
}

test("a manager composes a page, is refused a claim, previews, publishes, hides and undoes", async ({
  page,
  complaints,
}, testInfo) => {
  test.setTimeout(400_000);
  const slug = SLUGS[testInfo.project.name as keyof typeof SLUGS];
  const address = `${STORY}/p/${slug}`;
  await signIn(page);

  await test.step("three blocks, one of which the law forbids, and a recording", async () => {
    await page.goto("/admin/pages/page/add/");
    await page.getByLabel("Title").fill("Our bees");
    await page.keyboard.press("Tab");
    await expect(page.locator("#id_slug")).toHaveValue("our-bees");
    await page.locator("#id_slug").fill(slug);
    await page.locator("#id_chapter").selectOption({ label: "Beekeeper" });
    await addBlock(page, "heading", { text: "Wild, and not kept" });
    const text = await addBlock(page, "text", { text: FORBIDDEN });
    await expect(page.locator(`#id_blocks-${text}-url`)).toBeHidden();
    await addBlock(page, "quotation", { text: SAID, said_by: "Rehema" });
    const sound = await addBlock(page, "recording", { text: "Neema reads her letter." });
    await choose(page, `blocks-${sound}-recording`, HEARD);
    await page.locator("#audience-group").getByText("Add another").click();
    await choose(page, "audience-0-forest", FOREST);
    await button(page, "Save and stay here").click();
    await expect(page.getByText("“carbon neutral”").first()).toBeVisible();
    await page.locator(`#id_blocks-${text}-text`).fill(TEXT);
    await button(page, "Save and stay here").click();
    await expect(page.getByText("it waits as a draft")).toBeVisible();
    expect((await page.request.get(address)).status()).toBe(404);
  });
  const form = page.url();

  await test.step("it is seen in a preview, published and read", async () => {
    await button(page, "Preview").click();
    await expect(page.getByText("Preview, not published")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: "Our bees" })).toBeVisible();
    await expect(page.getByText(TEXT)).toBeVisible();
    await page.goto(form);
    await button(page, "Publish").click();
    await expect(page.getByText("is published").first()).toBeVisible();
    await open(page, `${STORY}/beekeeper-letter`);
    // By keys, as through every page.
    await expect(async () => {
      await page.keyboard.press("ArrowRight");
      await expect(page).toHaveURL(/\/(brought|p\/)/, { timeout: 1000 });
    }).toPass();
    await open(page, address);
    await expect(page.getByText(SAID)).toBeVisible();
    await expect(page.getByText(HEARD)).toBeVisible();
    await expect(page.getByRole("button", { name: "Play", exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.goto(`${STORY}/read`);
    // The other size of screen may have told the same.
    await expect(page.getByText(TEXT).first()).toBeVisible();
  });

  await test.step("the lists can be put in order without a mouse", async () => {
    await page.goto("/admin/pages/chapter/");
    await expect(page.getByLabel("Place of Forest")).toHaveValue("30");
    await expectDeskAccessible(page);
  });

  await test.step("it is moved before a built-in page by keys", async () => {
    // For both sizes of screen it is one form, which two people would edit at once.
    if (testInfo.project.name !== "desktop") return;
    await page.getByRole("link", { name: "Beekeeper", exact: true }).click();
    const place = page.locator(`input[name="order-p/${slug}-position"]`);
    const row = page.locator(".page-order [role=listitem]").filter({ has: place });
    const above = () => row.evaluate((it) => [...(it.parentElement?.children ?? [])].indexOf(it));
    while ((await above()) > 1) {
      await row.getByRole("button", { name: "Move Our bees up" }).press("Enter");
    }
    await expectDeskAccessible(page);
    await button(page, "Publish").click();
    await expect(page.getByText("is published").first()).toBeVisible();
    await open(page, `${STORY}/beekeeper`);
    await expect(async () => {
      await page.keyboard.press("ArrowRight");
      await expect(page).toHaveURL(/\/(p\/|beekeeper-letter)/, { timeout: 1000 });
    }).toPass();
    expect(page.url()).toContain(address);
  });

  await test.step("its address stays", async () => {
    await page.goto(form);
    await page.locator("#id_slug").fill("bees");
    await button(page, "Save as draft").click();
    await expect(page.getByText("so it keeps this address").first()).toBeVisible();
  });

  await test.step("it is hidden, and comes back by its history", async () => {
    await page.goto(form);
    await page.locator("#id_chapter").selectOption("");
    await button(page, "Publish").click();
    await expect(page.getByText("is published").first()).toBeVisible();
    expect((await page.request.get(address)).status()).toBe(404);
    await page.goto(form.replace(/change\/.*/, "history/"));
    await button(page, "Bring this version back").first().click();
    await expect(page.getByText("That version is back")).toBeVisible();
    await open(page, address);
    await expect(page.getByText(TEXT)).toBeVisible();
  });

  expect(complaints.filter((one) => !one.includes("404"))).toEqual([]);
});
