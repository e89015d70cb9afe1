import type { Page } from "@playwright/test";
import { expectAccessible, expectDeskAccessible } from "../support/axe";
import { choose, expect, picture, signIn, upload } from "../support/desk";
import { test } from "../support/test";

test.use({ actionTimeout: 60_000 });

const LIFE = "Asha learned from her aunt where the bees go when the miombo flowers.";

/** One beekeeper and one batch for each size of screen: all use the same database. */
const NEW = {
  phone: { beekeeper: "Asha Mwenda", batch: "INY-2026-09" },
  desktop: { beekeeper: "Salma Kombo", batch: "INY-2026-10" },
};

/** Opens the form of a record by its name in its list. */
async function openRecord(page: Page, list: string, name: string): Promise<void> {
  await page.goto(`/admin/catalogue/${list}/?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name, exact: true }).first().click();
  await expect(page.locator("#submit-row")).toBeVisible();
}

function button(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true });
}

test("a manager's day, from a new beekeeper to a retired code and back", async ({
  page,
  complaints,
}, testInfo) => {
  test.setTimeout(400_000);
  const { beekeeper: name, batch: lot } = NEW[testInfo.project.name as keyof typeof NEW];
  await signIn(page);

  await test.step("a new beekeeper with a letter", async () => {
    await page.goto("/admin/catalogue/beekeeper/add/");
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Village").fill("Ilunde");
    await page.getByLabel("Life").fill(LIFE);
    await upload(page, "portrait", "portrait-rehema", `${name} in front of her hives`);
    await picture(page, testInfo, "portrait", page.locator('input[name="portrait-alt"]'));
    await upload(page, "letter_photo", "letter-rehema", `The letter from ${name}`);
    await page.getByLabel("Letter, word for word").fill("Mpendwa mteja, karibu tena.");
    await page.getByLabel("Translation").fill("Dear customer, welcome again.");
    await page.getByLabel("Translated by").fill("Neema");
    await picture(page, testInfo, "letter", page.getByText("As it was written,"));
    await button(page, "Save and stay here").click();
    await expect(page.getByText("was added successfully")).toBeVisible();
  });

  await test.step("what she agrees to show", async () => {
    await page.getByRole("link", { name: "has not agreed to be named" }).click();
    for (const subject of ["Name and life", "Portrait", "Letter", "Voice", "Village"]) {
      await page.getByLabel(subject).check();
    }
    await page.getByLabel("Given on").fill("2026-11-02");
    await page.getByLabel("where the proof is kept").fill("Signed form, in the office");
    await expectDeskAccessible(page);
    await button(page, "Save").click();
    await expect(page.getByText("Readers see now: everything.")).toBeVisible();
    await expect(page.getByLabel("Village")).toHaveValue("Ilunde");
  });

  await test.step("a new batch", async () => {
    await page.goto("/admin/catalogue/batch/add/");
    await page.getByLabel("Lot number").fill(lot);
    await choose(page, "honey", "Miombo Blossom");
    await choose(page, "forest", "Inyonga");
    await page.getByLabel("First day of the harvest").fill("2026-06-01");
    await page.getByLabel("Last day of the harvest").fill("2026-06-20");
    await picture(page, testInfo, "batch");
    await button(page, "Save").click();
    await expect(page.getByText("was added successfully")).toBeVisible();
  });

  const code = await test.step("twenty codes", async () => {
    await page.goto("/admin/catalogue/printrun/add/");
    await page.getByLabel("Number").fill("20");
    await choose(page, "batch", lot);
    await choose(page, "beekeeper", name);
    await page.locator('[name="_save"]').click();
    await expect(page.getByText("20 codes are made")).toBeVisible();
    await picture(page, testInfo, "codes", page.locator("ol.codes"));
    await page.getByRole("link", { name: "Open in the list" }).click();
    await expect(page.getByText("20 jar codes")).toBeVisible();
    return (await page.locator(".field-code").first().textContent())?.trim() ?? "";
  });

  await test.step("one of them is previewed before it is live", async () => {
    await openRecord(page, "jar", code);
    await expect(page.getByText(`The moisture of lot ${lot} is not measured.`)).toBeVisible();
    const [preview] = await Promise.all([
      page.waitForEvent("popup"),
      page.getByRole("link", { name: "Preview the story" }).click(),
    ]);
    await expect(preview.getByText("Preview, not published")).toBeVisible();
    await expect(preview.getByRole("heading", { level: 1 })).toContainText(name);
    await preview.getByRole("link", { name: /^Beekeeper/ }).click();
    await expect(preview.getByText(LIFE)).toBeVisible();
    // At the foot of the page, where the bar covers nothing.
    await preview.keyboard.press("End");
    await expect(preview.getByText("To the desk")).toBeInViewport();
    await expectAccessible(preview);
    await preview.close();
    expect((await page.request.get(`/app/${code}/menu`)).status()).toBe(404);
  });

  await test.step("all twenty go live", async () => {
    await page.goto(`/admin/catalogue/jar/?q=${lot}`);
    const list = page.url();
    await page.locator(".action-toggle").check();
    await page.locator('select[name="action"]').selectOption("bring_live");
    await page.getByRole("button", { name: "Run" }).click();
    await page.getByRole("link", { name: "Leave as it is" }).click();
    await expect(page).toHaveURL(list);
    await page.goto(`/admin/catalogue/printrun/?q=${lot}`);
    await page.locator("#result_list a[href*='/change/']").first().click();
    await page.getByRole("link", { name: "Bring all live" }).click();
    await expect(
      page.getByRole("heading", { name: "Bring 20 codes live?" }).last(),
    ).toBeInViewport();
    await expect(button(page, "Bring live")).toBeInViewport();
    await expectDeskAccessible(page);
    await picture(page, testInfo, "bring-live");
    await button(page, "Bring live").click();
    await expect(page.getByText("20 codes are live.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "20 live" })).toBeVisible();
    await page.goto(`/app/${code}/beekeeper`);
    await expect(page.getByText(LIFE)).toBeVisible();
  });

  await test.step("a wording that is blocked is corrected", async () => {
    await openRecord(page, "beekeeper", name);
    await page.getByLabel("Life").fill("This honey is carbon neutral and heals every cough.");
    await button(page, "Save as draft").click();
    for (const word of ["“heals every cough”", "“carbon neutral”"]) {
      await expect(page.getByText(word).first()).toBeVisible();
    }
    const words = page.getByText("“heals every cough”").last();
    await picture(page, testInfo, "blocked", words);
    await page.getByLabel("Life").fill("Asha hangs her hives in the highest trees.");
  });

  await test.step("the edit waits as a draft, is previewed and published", async () => {
    await button(page, "Preview").click();
    await expect(page.getByText("Preview, not published")).toBeVisible();
    await expect(page.getByText("in the highest trees")).toBeVisible();
    await picture(page, testInfo, "preview");
    await page.goto(`/app/${code}/beekeeper`);
    await expect(page.getByText(LIFE)).toBeVisible();
    await openRecord(page, "beekeeper", name);
    await page.getByText("What it changes").click();
    await expect(page.getByRole("cell", { name: LIFE })).toBeVisible();
    await picture(page, testInfo, "draft", page.getByText("What it changes"));
    await button(page, "Publish").click();
    await expect(page.getByText("is published").first()).toBeVisible();
    await page.goto(`/app/${code}/beekeeper`);
    await expect(page.getByText("in the highest trees")).toBeVisible();
  });

  await test.step("it is undone", async () => {
    await openRecord(page, "beekeeper", name);
    await page.goto(`${page.url().replace(/change\/.*/, "history/")}`);
    await picture(page, testInfo, "history");
    await button(page, "Bring this version back").first().click();
    await expect(page.getByText("That version is back")).toBeVisible();
    await page.goto(`/app/${code}/beekeeper`);
    await expect(page.getByText(LIFE)).toBeVisible();
  });

  await test.step("the code is retired, still tells its story, and is brought back", async () => {
    await openRecord(page, "jar", code);
    await page.getByRole("link", { name: "Retire" }).click();
    await expect(button(page, "Retire")).toBeVisible();
    await picture(page, testInfo, "retire");
    await button(page, "Retire").click();
    await expect(page.getByText("1 code is retired.")).toBeVisible();
    await page.goto(`/app/${code}/read`);
    await expect(page.getByText("no longer printed")).toBeVisible();
    await expect(page.getByText(LIFE)).toBeVisible();
    await openRecord(page, "jar", code);
    await page.getByRole("link", { name: "Bring back" }).click();
    await button(page, "Bring back").click();
    await expect(page.getByRole("heading", { name: "This code is live" })).toBeVisible();
  });

  expect(complaints).toEqual([]);
});

const PAGES = [
  "",
  "missing/",
  "help/",
  "help/publish/",
  "catalogue/draft/",
  "catalogue/printrun/add/",
  "auth/user/add/",
];
/** Their lists, and the first form of each. */
const LISTS = [
  "catalogue/beekeeper/",
  "catalogue/honey/",
  "catalogue/batch/",
  "catalogue/forest/",
  "catalogue/footprint/",
  "catalogue/jar/",
  "catalogue/picture/",
  "catalogue/retailer/",
  "catalogue/consent/",
  "claims/claim/",
  "claims/wordingrule/",
  "auth/user/",
];

test("no page of the desk scrolls sideways or breaks its policy", async ({
  page,
  complaints,
}, testInfo) => {
  test.slow();
  await signIn(page);
  let count = 0;
  const look = async (address: string) => {
    await page.goto(address);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, address).toBe(0);
    await page.screenshot({
      path: `test-results/desk/${testInfo.project.name}/${count++}.png`,
      fullPage: true,
    });
  };
  for (const name of PAGES) await look(`/admin/${name}`);
  for (const name of LISTS) {
    await look(`/admin/${name}`);
    const form = await page.locator("#result_list tbody th a").first().getAttribute("href");
    await look(form as string);
  }
  expect(complaints).toEqual([]);
});
