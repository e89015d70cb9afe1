import type { JSHandle, Page } from "@playwright/test";
import { expectDeskAccessible } from "../support/axe";
import { expect, test } from "../support/test";

test.beforeEach(async ({ page }) => {
  await page.goto("/admin/");
  await page.getByLabel("Username").fill("demo");
  await page.getByLabel("Password").fill("asali-demo");
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL(/\/admin\/$/);
});

test.afterEach(({ complaints }) => expect(complaints).toEqual([]));

/** A photo of some colour, as the browser would give it when somebody drops it. */
function photo(page: Page, width: number, height: number): Promise<JSHandle<DataTransfer>> {
  return page.evaluateHandle(
    async ([width, height]) => {
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext("2d");
      for (let x = 0; context && x < width; x += 10) {
        context.fillStyle = `hsl(${x} 60% 50%)`;
        context.fillRect(x, 0, 10, height);
      }
      const content = await canvas.convertToBlob({ type: "image/jpeg", quality: 1 });
      const files = new DataTransfer();
      files.items.add(new File([content], "photo.jpg", { type: "image/jpeg" }));
      return files;
    },
    [width, height] as const,
  );
}

test("a picture is dropped onto its field, described and kept", async ({ page }, { project }) => {
  await page.goto("/admin/catalogue/retailer/add/");
  await page.getByLabel("Name").fill(`Shop on a ${project.name}`);
  const dataTransfer = await photo(page, 300, 200);
  await page.dispatchEvent("[data-picture-drop]", "drop", { dataTransfer });
  await expect(page.getByText("Too small for a logo")).toBeVisible();
  await page.getByLabel("What the new picture shows").fill("The shop's sign");
  await page.getByRole("button", { name: "Save and stay here" }).click();
  await expect(page.getByRole("img", { name: "The shop's sign" })).toBeVisible();
  await expect(page.getByText("300 px wide: too small for a logo")).toBeVisible();
});

test("a phone's photo is made smaller before it is sent", async ({ page }) => {
  await page.goto("/admin/catalogue/picture/add/");
  const dataTransfer = await photo(page, 4032, 3024);
  await page.dispatchEvent("[data-picture-drop]", "drop", { dataTransfer });
  await expect(page.getByText(/4,032 × 3,024 px.*made smaller for sending/)).toBeVisible();
  const width = await page.locator("input[type=file]").evaluate(async (input) => {
    const [file] = (input as HTMLInputElement).files ?? [];
    return file && (await createImageBitmap(file)).width;
  });
  expect(width).toBe(2400);
});

test("what no browser shows is refused before it is sent", async ({ page }) => {
  await page.goto("/admin/catalogue/picture/add/");
  const film = { name: "IMG_0001.MOV", mimeType: "video/quicktime", buffer: Buffer.from("film") };
  await page.locator("input[type=file]").setInputFiles(film);
  await expect(page.getByText("This is a video")).toBeVisible();
  expect(await page.locator("input[type=file]").inputValue()).toBe("");
});

test("many photos are added one by one, each once and with its name", async ({ page }, info) => {
  await page.goto("/admin/catalogue/picture/many/");
  const photos = await page.evaluate(async (seed) => {
    const files = ["one", "two"].map(async (name, number) => {
      const canvas = new OffscreenCanvas(300, 200);
      const context = canvas.getContext("2d");
      if (context) context.fillStyle = `hsl(${seed * 40 + number * 20} 60% 50%)`;
      context?.fillRect(0, 0, 300, 200);
      const content = await canvas.convertToBlob({ type: "image/png" });
      return { name, bytes: [...new Uint8Array(await content.arrayBuffer())] };
    });
    return Promise.all(files);
  }, info.project.name.length + info.repeatEachIndex);
  const files = photos.map(({ name, bytes }) => ({
    name: `${name}.png`,
    mimeType: "image/png",
    buffer: Buffer.from(bytes),
  }));
  const film = { name: "film.mov", mimeType: "video/quicktime", buffer: Buffer.from("film") };
  await page.getByLabel("Photos", { exact: true }).setInputFiles([...files, film]);
  await page.getByLabel("What it is for").first().fill("Portrait of Neema");
  await page.getByRole("button", { name: "Upload 3 photos" }).click();
  await expect(page.getByText("3 of 3 photos done. 1 was refused.")).toBeVisible();
  await expect(page.getByText("This is a video")).toBeVisible();
  await page.getByLabel("Photos", { exact: true }).setInputFiles(files);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("5 of 5 photos done. 1 was refused.")).toBeVisible();
  await expect(page.getByText("Already in the library.").last()).toBeVisible();
  await page.getByRole("link", { name: "Open" }).first().click();
  await expect(page.getByLabel("What it is for")).toHaveValue("Portrait of Neema");
});

test("pointing at a picture says what must stay in sight", async ({ page }) => {
  await page.goto("/admin/catalogue/picture/");
  await page
    .locator("#result_list a[href$='/change/'], a[href*='/picture/'][href*='change']")
    .first()
    .click();
  const whole = page.locator(".focus .whole img");
  const box = await whole.boundingBox();
  await whole.click({ position: { x: (box?.width ?? 0) / 4, y: (box?.height ?? 0) / 2 } });
  await expect(page.getByLabel("Focus, from the left, %")).toHaveValue("25");
  await expect(page.locator(".focus .cut").first()).toHaveCSS("object-position", "25% 50%");
});

/** Sends a table of codes to be checked. */
async function check(page: Page, name: string, text: string): Promise<void> {
  await page.goto("/admin/catalogue/jar/import/");
  const table = { name, mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.locator("input[type=file]").setInputFiles(table);
  await page.getByRole("button", { name: "Check the table" }).click();
}

test("a table of codes is checked in words before it is imported", async ({ page }, info) => {
  await check(page, "codes.csv", "batch;beekeeper\nINY-2026-07;Neema Kashindi\n");
  await expect(page.getByText("Is it “Neema Kashindye”?")).toBeVisible();
  await expect(page.getByText("Nothing can be imported yet.")).toBeVisible();
  const code = `TABLE${info.project.name}${info.repeatEachIndex}`.toUpperCase();
  const row = `${code};INY-2026-07;Neema Kashindye`;
  await check(page, "codes.csv", `code;batch;beekeeper\n${row}\n`);
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await expect(page.getByText("The table is imported: 1 new.")).toBeVisible();
  await expect(page.getByText(code)).toBeVisible();
});

test("a large table goes on with its page closed, and is left without a trace", async ({
  page,
}, info) => {
  const name = `many-${info.project.name}.csv`;
  await check(page, name, `batch;beekeeper\n${"INY-2026-07;Neema Kashindye\n".repeat(5000)}`);
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.goto("/admin/catalogue/jar/import/");
  await page.getByRole("link", { name }).first().click();
  await expect(page.getByRole("button", { name: "Import 5,000 rows" })).toBeVisible({
    timeout: 60_000,
  });
  await expectDeskAccessible(page);
  await page.getByRole("button", { name: "Leave it" }).click();
  await expect(page.getByRole("button", { name: "Check the table" })).toBeVisible();
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});
