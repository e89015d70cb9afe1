import { readdir, readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { upload } from "../support/desk";
import { expect, test } from "../support/test";

const MAILBOX = `${import.meta.dirname}/../../../.local/browser-tests-mail`;
const PHOTO = `${import.meta.dirname}/../../../upendo/demo/art/harvest-comb.webp`;
/** The emails are named 1.eml, 2.eml… as they come. */
const BY_NUMBER = new Intl.Collator("en", { numeric: true }).compare;

/** The first address in an email to somebody. */
async function addressMailedTo(recipient: string, pattern: RegExp): Promise<string> {
  let found: string | undefined;
  await expect(async () => {
    const names = (await readdir(MAILBOX)).sort(BY_NUMBER);
    const emails = await Promise.all(names.map((name) => readFile(`${MAILBOX}/${name}`, "utf8")));
    const mine = emails.filter((email) => email.includes(`To: ${recipient}`));
    found = mine.at(-1)?.match(pattern)?.[0];
    expect(found).toBeTruthy();
  }).toPass({ timeout: 20_000 });
  return found ?? "";
}

async function writeTo(page: Page, email: string, text: string): Promise<string> {
  await page.clock.install();
  await page.goto("/q/PUREJOY");
  await page.getByRole("link", { name: "Asante" }).click();
  await page.getByRole("link", { name: /^Write to Neema/ }).click();
  await page.getByLabel("Your name").fill("Ann");
  await page.getByLabel("Your message").fill(text);
  await page.getByLabel(/email/).fill(email);
  await page.getByLabel(/^A photo/).setInputFiles(PHOTO);
  // What is written in less than three seconds is probably a machine's.
  await page.clock.fastForward(3_000);
  await page.getByRole("button", { name: /^Send it/ }).click();
  await expect(page.getByText(/on its way to Neema/)).toBeVisible();
  return (await page.getByRole("link", { name: /\/letters\// }).getAttribute("href")) ?? "";
}

async function expectLoaded(image: Locator): Promise<void> {
  await expect
    .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
    .toBeGreaterThan(0);
}

async function answerAt(desk: Page, letter: string): Promise<void> {
  await desk.goto(letter);
  await desk.getByLabel(/username/i).fill("demo");
  await desk.getByLabel(/password/i).fill("asali-demo");
  await desk.getByRole("button", { name: /log in/i }).click();
  await desk.getByText("Show the photo that the reader sent").click();
  await expectLoaded(desk.getByRole("img", { name: "The photo that the reader sent" }));
  await desk.getByLabel("Shown on the reader's page").check();
  await desk.locator("#id_messages-0-translation").fill("Ina ladha ya karameli.");
  await desk.locator("#id_messages-1-text").fill("Asante sana, rafiki!");
  await desk.locator("#id_messages-1-translation").fill("Thank you very much, my friend!");
  await upload(desk, "messages-1-photo", "letter-rehema", "The reply in Neema's hand");
  await desk.getByRole("button", { name: "Save and send the reply" }).click();
  await expect(desk.getByText("The reader has the reply by email")).toBeVisible();
}

test("a letter is answered by hand, and erased by its reader", async ({ page, browser }, info) => {
  test.setTimeout(120_000);
  const reader = `${info.project.name}-${Date.now()}@example.org`;
  const privatePage = await writeTo(page, reader, `It tastes of caramel, ${reader}.`);
  await page.goto(privatePage);
  await expect(page).toHaveTitle(/Your letter to Neema/);
  await expect(page.getByText("Your photo is with us.")).toBeVisible();
  await expectAccessible(page);

  const desk = await (
    await browser.newContext({ viewport: { width: 1366, height: 900 } })
  ).newPage();
  const announced = await addressMailedTo("", /http\S+\/admin\/inbox\/letter\/\d+\/change\//);
  await answerAt(desk, announced);

  await page.goto(await addressMailedTo(reader, /http\S+\/letters\/\S+/));
  await expect(page.getByText("Thank you very much, my friend!")).toBeVisible();
  await expect(page.locator("[lang=sw]").getByText("Asante sana, rafiki!")).toBeVisible();
  await expect(page.locator(".reply img")).toBeVisible();
  await expectLoaded(page.getByRole("img", { name: "The photo that you sent" }));
  await expectAccessible(page);
  await page.getByLabel(/^Your message/).fill("What do the bees drink?");
  await page.getByRole("button", { name: /^Send it/ }).click();
  await expect(page.getByRole("status")).toContainText("on its way");
  await page.getByRole("link", { name: "Delete everything" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Yes, delete everything" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Everything is deleted");
  expect((await page.goto(privatePage))?.status()).toBe(404);
});
