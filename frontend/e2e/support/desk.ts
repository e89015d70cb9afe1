import { readFile } from "node:fs/promises";
import { expect as expectSoon, type Locator, type Page, type TestInfo } from "@playwright/test";

/** The desk is no reader's page: an upload renders six pictures before it answers. */
export const expect = expectSoon.configure({ timeout: 60_000 });

const ROOT = `${import.meta.dirname}/../../..`;

export async function signIn(page: Page): Promise<void> {
  await page.goto("/admin/");
  await page.getByLabel("Username").fill("demo");
  await page.getByLabel("Password").fill("asali-demo");
  await page.getByRole("button", { name: /log in/i }).click();
  await expect(page.getByRole("heading", { name: "What needs attention" })).toBeVisible();
}

/** Chooses a record in a field that searches while one types. */
export async function choose(page: Page, field: string, text: string): Promise<void> {
  await page.locator(`#id_${field} + .select2`).click();
  await page.locator(".select2-search__field").last().fill(text);
  await page.getByRole("option", { name: text }).click();
  await expect(page.locator(`#id_${field} + .select2`)).toContainText(text);
}

/** Adds a picture in its field, and says what it shows. */
export async function upload(page: Page, field: string, art: string, alt: string): Promise<void> {
  const file = { name: `${art}.png`, mimeType: "image/png", buffer: await drawing(page, art) };
  await page.locator(`input[name="${field}-file"]`).setInputFiles(file);
  await page.locator(`input[name="${field}-alt"]`).fill(alt);
}

/** One of the demonstration's drawings as a phone's camera would hand it over. */
async function drawing(page: Page, art: string): Promise<Buffer> {
  const sheet = await page.context().newPage();
  await sheet.setContent(await readFile(`${ROOT}/upendo/demo/art/${art}.svg`, "utf8"));
  await sheet.addStyleTag({ content: "body { margin: 0 } svg { display: block; width: 1200px }" });
  const picture = await sheet.locator("svg").first().screenshot();
  await sheet.close();
  return picture;
}

/**
 * Keeps what the phone shows for the guides, with what their sentence speaks of in its middle:
 * `python -m dev.generate.help_pictures` puts it there.
 */
export async function picture(
  page: Page,
  { project }: TestInfo,
  name: string,
  middle?: Locator,
): Promise<void> {
  if (project.name !== "phone") return;
  await middle?.evaluate((shown) => shown.scrollIntoView({ block: "center" }));
  await page.screenshot({ path: `test-results/help/${name}.png` });
}
