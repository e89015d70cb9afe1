import { render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { Spare } from "./spare";

function Broken(): never {
  throw new TypeError("toSorted is not a function");
}

it("shows the spare where a part breaks, and leaves the rest of the page", () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  render(
    <main>
      <h1>The forest</h1>
      <Spare instead={<p>A still map</p>}>
        <Broken />
      </Spare>
    </main>,
  );
  expect(screen.getByText("A still map")).toBeTruthy();
  expect(screen.getByRole("heading")).toBeTruthy();
});
