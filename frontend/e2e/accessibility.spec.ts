import { PAGE_NAMES } from "../src/paths";
import { expectAccessible } from "./axe";
import { openWhole } from "./open";
import { expect, test } from "./test";

const PAGES = [...PAGE_NAMES, "read"];
const ADDRESSES = ["/", "/app/NOSUCHCODE/menu", ...PAGES.map((name) => `/app/PUREJOY/${name}`)];

test.describe("in the dark", () => {
  test.use({ colorScheme: "dark" });
  for (const address of ADDRESSES) {
    test(`axe finds nothing on ${address}`, async ({ page }) => {
      await openWhole(page, address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
    });
  }
});
