import type { Page, TestInfo } from "@playwright/test";
import { PAGE_NAMES } from "../src/paths";
import { signIn } from "./support/desk";
import { openWhole } from "./support/open";
import { expect, test } from "./support/test";

const PAGES = [...PAGE_NAMES, "read"];
const ADDRESSES = ["/", "/app/NOSUCHCODE/menu", ...PAGES.map((name) => `/app/PUREJOY/${name}`)];
const LISTS = /^\/admin\/[a-z_]+\/[a-z_]+\/$/;

/** Keeps what a page looks like: `make pictures` shows it beside the branch's. */
async function picture(page: Page, { project }: TestInfo, address: string): Promise<void> {
  const name = address.replaceAll(/[^A-Za-z0-9]+/g, "-").replaceAll(/^-|-$/g, "") || "first-page";
  await page.screenshot({
    path: `test-results/pictures/${project.name}/${name}.png`,
    fullPage: true,
    animations: "disabled",
    caret: "hide",
  });
}

for (const address of ADDRESSES) {
  test(`picture of ${address}`, async ({ page }, info) => {
    await openWhole(page, address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await picture(page, info, address);
  });
}

test("pictures of the desk: its first page, every list, and the first record of each", async ({
  page,
}, info) => {
  test.setTimeout(600_000);
  await page.goto("/admin/login/");
  await picture(page, info, "/admin/login/");
  await signIn(page);
  await picture(page, info, "/admin/");
  const paths = await page
    .locator("a[href]")
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
  const lists = [...new Set(paths.filter((path) => LISTS.test(path)))];
  expect(lists.length).toBeGreaterThan(3);
  for (const list of lists) {
    await page.goto(list);
    await picture(page, info, list);
    const record = page.locator("#result_list th a, #result_list td a").first();
    if (!(await record.count())) continue;
    await page.goto((await record.getAttribute("href")) ?? list);
    await picture(page, info, `${list}record/`);
  }
});
