import { screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderAt } from "#testing/render";
import { ShareButton } from "./share-button";

afterEach(() => {
  Reflect.deleteProperty(navigator, "share");
});

async function pressShare() {
  const { user } = renderAt("/", <ShareButton title="A title" />);
  return async () => user.click(screen.getByRole("button", { name: "Share" }));
}

describe("ShareButton", () => {
  it("opens the device's share sheet with the page's title and address", async () => {
    const share = vi.fn(async () => undefined);
    Object.defineProperty(navigator, "share", { value: share, configurable: true });
    await (await pressShare())();
    expect(share).toHaveBeenCalledWith(expect.objectContaining({ title: "A title" }));
    expect(screen.getByRole("status").textContent).toBe("");
  });

  it("copies the address where there is no share sheet, and says so politely", async () => {
    const press = await pressShare();
    const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    await press();
    expect(write).toHaveBeenCalledWith(window.location.origin + window.location.pathname);
    expect((await screen.findByText("Link copied")).getAttribute("role")).toBe("status");
  });

  it("says what to do when the browser refuses to copy", async () => {
    const press = await pressShare();
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("refused"));
    await press();
    expect(await screen.findByText(/address bar/)).toBeTruthy();
  });
});
