import { chromium } from "@playwright/test";
const port = process.argv[2], pages = process.argv[3].split(",");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
for (const [w, h] of [[390, 844], [1366, 768]]) for (const colorScheme of ["light", "dark"]) {
  const context = await browser.newContext({ viewport: { width: w, height: h }, colorScheme, reducedMotion: "reduce", serviceWorkers: "block" });
  const page = await context.newPage();
  for (const name of pages) {
    await page.goto(`http://127.0.0.1:${port}/app/PUREJOY/${name}`);
    await page.waitForLoadState("load");
    await page.waitForTimeout(3000);
    await page.screenshot({ path: `/tmp/ways-shot-${name.replaceAll("/", "-")}-${w}-${colorScheme}.png`, fullPage: true });
  }
  await context.close();
}
await browser.close();
