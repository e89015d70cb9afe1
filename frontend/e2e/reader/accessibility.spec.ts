import { expectAccessible } from "../support/axe";
import { openWhole } from "../support/open";
import { expect, test } from "../support/test";

// The pages of a story itself are walked through in both colours by `walk.spec.ts`.
const ADDRESSES = ["/", "/app/NOSUCHCODE/menu", "/app/PUREJOY/read"];

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
