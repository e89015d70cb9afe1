import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { renderAt } from "#testing/render";
import { makePicture } from "#testing/story";
import { Gallery } from "./gallery";

const PICTURES = ["/1.webp", "/2.webp", "/3.webp"].map((src) => makePicture({ src }));

/** Renders the gallery 400 px wide, in a browser that scrolls at once. */
function renderGallery(pictures = PICTURES) {
  const view = renderAt("/", <Gallery label="Harvest" pictures={pictures} />);
  const strip = screen.getByRole("list", { name: "Harvest" });
  Object.defineProperty(strip, "clientWidth", { value: 400 });
  vi.spyOn(strip, "scrollTo").mockImplementation((options) => {
    const { left = 0 } = options as ScrollToOptions;
    strip.scrollLeft = Math.min(Math.max(left, 0), 400 * (pictures.length - 1));
    fireEvent.scroll(strip);
  });
  return { strip, ...view };
}

describe("Gallery", () => {
  it("shows the next and the previous picture by buttons", async () => {
    const { user, strip } = renderGallery();
    await user.click(screen.getByRole("button", { name: "Picture after" }));
    expect(strip.scrollLeft).toBe(400);
    expect(screen.getByText("Picture 2 of 3")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Picture before" }));
    expect(screen.getByText("Picture 1 of 3")).toBeTruthy();
  });

  it("goes by the arrow keys and stops at the last picture", async () => {
    const { user, strip } = renderGallery();
    strip.focus();
    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}");
    expect(screen.getByText("Picture 3 of 3")).toBeTruthy();
    const after = screen.getByRole("button", { name: "Picture after" });
    expect(after.getAttribute("aria-disabled")).toBe("true");
  });

  it("keeps a finger's swipe to itself", () => {
    const { strip } = renderGallery();
    expect(strip.closest("[data-no-swipe]")).not.toBeNull();
  });

  it("folds the later ones of many, which it shows without a script", () => {
    const many = Array.from({ length: 12 }, (_, n) =>
      makePicture({ src: `/${n}`, alt: `No. ${n}` }),
    );
    renderGallery(many);
    expect(screen.getByText("Picture 1 of 6")).toBeTruthy();
    const fold = screen.getByText("Show all 12 pictures").closest("details");
    expect(fold?.querySelectorAll("img")).toHaveLength(6);
    expect(screen.getByAltText("No. 5").closest("details")).toBeNull();
    expect(screen.getByAltText("No. 6").closest("details")).toBe(fold);
  });

  it("offers no buttons for a single picture", () => {
    renderGallery([makePicture()]);
    expect(screen.queryByRole("button")).toBeNull();
  });
});
