import { expect, test } from "@playwright/test";

test("the admin asks who one is, and its theme works under its policy", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto("/admin/");
  await expect(page.getByRole("button", { name: /log in/i })).toBeVisible();
  expect(complaints).toEqual([]);
});
