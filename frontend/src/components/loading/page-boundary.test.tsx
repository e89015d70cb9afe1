import { screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { renderAt } from "#testing/render";
import { PageBoundary } from "./page-boundary";

function Broken(): never {
  throw new Error("broken on purpose");
}

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

it("says that the page broke and leads on, instead of blanking", () => {
  renderAt(
    "/",
    <PageBoundary menuHref="/app/TESTJAR/menu">
      <Broken />
    </PageBoundary>,
  );
  expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("could not be shown");
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  expect(screen.getByRole("link", { name: /menu/ }).getAttribute("href")).toBe("/app/TESTJAR/menu");
});
