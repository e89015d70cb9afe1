import { chromium } from "@playwright/test";
const b = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
for (const [name, w, h] of [["phone", 390, 844], ["desk", 1366, 768]]) {
  const p = await (await b.newContext({ viewport: { width: w, height: h } })).newPage();
  p.on("console", (m) => m.type() === "error" && console.log(name, m.text()));
  p.setDefaultTimeout(90000);
  const base = "http://127.0.0.1:8471";
  await p.goto(base + "/admin/"); await p.getByLabel("Username").fill("demo"); await p.getByLabel("Password").fill("asali-demo"); await p.getByRole("button", { name: /log in/i }).click(); await p.waitForURL(/admin\/$/);
  await p.goto(base + "/admin/catalogue/printrun/" + process.env.RUN + "/labels/");
  await p.waitForFunction(() => document.querySelector(".labels__preview img")?.src.startsWith("blob:"), null, { timeout: 90000 });
  await p.waitForTimeout(800);
  await p.screenshot({ path: `/tmp/shot-${name}-form.png` }); await p.screenshot({ path: `/tmp/shot-${name}-form-full.png`, fullPage: true });
  if (name === "phone") await p.screenshot({ path: "/tmp/labels-help.png", clip: { x: 0, y: 0, width: 390, height: 844 } });
  await p.locator("form.labels button.desk-button").first().click(); await p.waitForURL(/labelfile/);
  await p.screenshot({ path: `/tmp/shot-${name}-making.png` });
  await p.getByRole("heading", { name: "Ready" }).waitFor({ timeout: 120000 }); await p.screenshot({ path: `/tmp/shot-${name}-ready.png`, fullPage: true });
  await p.goto(base + "/admin/help/labels/"); await p.screenshot({ path: `/tmp/shot-${name}-help.png`, fullPage: true });
  await p.goto(base + "/admin/labels/labelfile/check/"); await p.getByRole("button", { name: "Check", exact: true }).click(); await p.screenshot({ path: `/tmp/shot-${name}-check.png` });
  await p.goto(base + "/01/09506000134352/10/INY-2026-07"); await p.screenshot({ path: `/tmp/shot-${name}-article.png` });
  console.log(name, "done", p.url(), await p.evaluate(() => document.documentElement.scrollWidth));
}
await b.close();
