import { expect, test } from "../support/test";

test("the admin asks who one is, and its theme works under its policy", async ({
  page,
  complaints,
}) => {
  await page.goto("/admin/");
  await expect(page.getByRole("button", { name: /log in/i })).toBeVisible();
  expect(complaints).toEqual([]);
});
