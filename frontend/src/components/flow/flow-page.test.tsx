import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { address, renderAt } from "#testing/render";
import { makeStory } from "#testing/story";
import { FlowPage } from "./flow-page";

const HERE = "/app/TESTJAR/beekeeper";
const NEXT = "/app/TESTJAR/beekeeper-letter";

function renderFrame() {
  return renderAt(
    HERE,
    <FlowPage page="beekeeper" story={makeStory()}>
      <h1>Asha</h1>
      <input aria-label="field" />
      <div data-no-swipe>a map</div>
    </FlowPage>,
  );
}

function drag(target: Element, across: number, along: number, pointerType = "touch") {
  const pointer = { pointerId: 1, isPrimary: true, pointerType, bubbles: true };
  fireEvent.pointerDown(target, { ...pointer, clientX: 200, clientY: 200 });
  fireEvent.pointerUp(target, { ...pointer, clientX: 200 + across, clientY: 200 + along });
}

describe("FlowPage", () => {
  it("says where the reader is and leads to the menu and the one-page story", () => {
    renderFrame();
    expect(screen.getByText(/^1 of \d/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "All about this jar" }).getAttribute("href")).toBe(
      "/app/TESTJAR/menu",
    );
    expect(screen.getByRole("link", { name: /on one page/ }).getAttribute("href")).toBe(
      "/app/TESTJAR/read",
    );
  });

  it("goes on by the Next link", async () => {
    const { user } = renderFrame();
    await user.click(screen.getByRole("link", { name: "Next" }));
    expect(address()).toBe(NEXT);
  });

  it.each([
    ["{ArrowRight}", NEXT],
    ["{ArrowLeft}", "/app/TESTJAR/menu"],
    ["{Alt>}{ArrowRight}{/Alt}", HERE],
  ])("goes by the key %s to %s", async (key, path) => {
    const { user } = renderFrame();
    await user.keyboard(key);
    expect(address()).toBe(path);
  });

  it("leaves the arrow keys to a field", async () => {
    const { user } = renderFrame();
    await user.type(screen.getByLabelText("field"), "ab{ArrowLeft}");
    expect(address()).toBe(HERE);
  });

  it.each([
    ["to the left", -120, 10, NEXT],
    ["to the right", 120, -10, "/app/TESTJAR/menu"],
    ["mostly down", -80, 160, HERE],
    ["a little", -30, 0, HERE],
  ])("takes a finger's way %s", (_, across, along, path) => {
    renderFrame();
    drag(screen.getByRole("heading"), across, along);
    expect(address()).toBe(path);
  });

  it("leaves alone the mouse and parts with a gesture of their own", () => {
    renderFrame();
    drag(screen.getByRole("heading"), -120, 0, "mouse");
    drag(screen.getByText("a map"), -120, 0);
    expect(address()).toBe(HERE);
  });
});
