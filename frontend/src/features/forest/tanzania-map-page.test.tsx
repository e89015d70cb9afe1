import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { makeForest } from "#features/forest/place/make-forest";
import { address, renderAt } from "#testing/render";
import { makeStory } from "#testing/story";
import TanzaniaMapPage from "./tanzania-map-page";

function renderPage(forest = makeForest()) {
  return renderAt("/map", <TanzaniaMapPage story={makeStory({ forest })} />);
}

/** A drawing context that takes every call and draws nothing. */
function makeContext(): CanvasRenderingContext2D {
  const nothing = () => ({ addColorStop() {}, setTransform() {}, width: 50 });
  return new Proxy({}, { get: () => nothing, set: () => true }) as CanvasRenderingContext2D;
}

describe("TanzaniaMapPage", () => {
  it("says in words where the forest is", () => {
    renderPage();
    expect(screen.getByText(/about 1\d0 km east of Lake Tanganyika/)).toBeTruthy();
    expect(screen.getByText("5.5° S, 31.4° E")).toBeTruthy();
    expect(screen.getByText("89 km from west to east, 89 km from north to south")).toBeTruthy();
    expect(screen.getByText("Drawn by us.")).toBeTruthy();
  });

  it("says that a forest has no outline, with apiaries and without", () => {
    const { unmount } = renderPage(makeForest({ boundary: null }));
    expect(screen.getByText(/marks where the hives hang/)).toBeTruthy();
    unmount();
    renderPage(makeForest({ boundary: null, apiaries: [] }));
    expect(screen.getByText(/so the map shows the country/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "The forest" })).toBeNull();
  });

  it("keeps a still picture, and says so, where the map cannot be drawn", async () => {
    renderPage();
    expect(await screen.findByText(/so this is a still one/)).toBeTruthy();
    expect(screen.getByRole("img", { name: "Map: where Inyonga forest lies" })).toBeTruthy();
    expect(screen.queryByRole("group")).toBeNull();
  });
});

describe("the map that can be drawn", () => {
  beforeEach(() => {
    vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockImplementation(makeContext as never);
    vi.spyOn(window, "matchMedia").mockReturnValue({
      matches: true,
      addEventListener() {},
      removeEventListener() {},
    } as unknown as MediaQueryList);
  });

  it("goes from step to step, and says which it shows", async () => {
    const { user } = renderPage();
    await screen.findByRole("button", { name: "Zoom in" });
    const [world, , forest] = screen.getByRole("group").querySelectorAll("button");
    expect(forest?.getAttribute("aria-pressed")).toBe("true");
    if (world) await user.click(world);
    expect(world?.getAttribute("aria-pressed")).toBe("true");
    expect(screen.getByText("The map shows: The world")).toBeTruthy();
  });

  it("takes the arrow keys for itself, so that the page does not turn", async () => {
    renderPage();
    await screen.findByRole("button", { name: "Zoom in" });
    const map = screen.getByRole("application");
    fireEvent.keyDown(map, { key: "ArrowRight" });
    expect(address()).toBe("/map");
    expect(screen.getByRole("button", { name: "The forest" }).getAttribute("aria-pressed")).toBe(
      "false",
    );
  });

  it("comes nearer by key and by button, and lets other keys pass", async () => {
    const { user } = renderPage();
    const forest = await screen.findByRole("button", { name: "The forest", pressed: true });
    const map = screen.getByRole("application");
    expect(fireEvent.keyDown(map, { key: "Tab" })).toBe(true);
    expect(fireEvent.keyDown(map, { key: "+" })).toBe(false);
    expect(forest.getAttribute("aria-pressed")).toBe("false");
    await user.click(forest);
    await user.click(screen.getByRole("button", { name: "Zoom out" }));
    expect(forest.getAttribute("aria-pressed")).toBe("false");
  });
});
