import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderAt } from "#testing/render";
import { makePicture } from "#testing/story";
import { Picture } from "./picture";

describe("Picture", () => {
  it.each([
    ["a panorama", 6000, 900, "wide"],
    ["a tall picture", 900, 2400, "tall"],
    ["another picture", 1600, 900, undefined],
  ])("cuts %s to a common shape only if it is too long, unless it is to be whole", (...sizes) => {
    const [, width, height, cut] = sizes;
    const picture = makePicture({ width, height });
    const { rerender } = render(<Picture picture={picture} sizes="50vw" />);
    expect(screen.getByAltText("A picture").dataset.cut).toBe(cut);
    rerender(<Picture picture={picture} sizes="50vw" whole />);
    expect(screen.getByAltText("A picture").dataset.cut).toBeUndefined();
  });

  it("fetches as much of a panorama as makes the part sharp that is shown", () => {
    const sizes = "(min-width: 75rem) 38rem, (min-width: 44rem) 55vw, 100vw";
    const panorama = makePicture({ width: 3600, height: 600 });
    const { container } = render(<Picture picture={panorama} sizes={sizes} />);
    expect(container.querySelector("source")?.sizes).toBe(
      "(min-width: 75rem) 152rem, (min-width: 44rem) 220vw, 400vw",
    );
  });

  it.each([
    ["Photo: Neema Mushi, May 2026", {}],
    ["Photo: Neema Mushi", { taken_on: null }],
    ["Picture: Neema Mushi, May 2026", { is_photo: false }],
    ["Picture: Neema Mushi", { is_photo: false, taken_on: null }],
    [undefined, { credit: "" }],
  ])("says below a picture: %s", (words, facts) => {
    const picture = makePicture({ credit: "Neema Mushi", taken_on: "2026-05-02", ...facts });
    const { container } = renderAt("/", <Picture picture={picture} sizes="50vw" />);
    expect(container.querySelector("figcaption")?.textContent).toBe(words);
  });

  it("says nothing below a picture that is too small for it", () => {
    const picture = makePicture({ credit: "Neema Mushi" });
    render(<Picture picture={picture} sizes="6rem" small />);
    expect(screen.queryByText("Neema Mushi")).toBeNull();
  });

  it("offers every format and reserves its space", () => {
    const { container } = render(<Picture picture={makePicture()} sizes="50vw" />);
    expect(container.querySelector("source")?.getAttribute("type")).toBe("image/avif");
    expect(screen.getByAltText("A picture").getAttribute("width")).toBe("1200");
  });

  it("waits for the reader to come near, unless it is the page's main picture", () => {
    const { rerender } = render(<Picture picture={makePicture()} sizes="50vw" />);
    const image = () => screen.getByAltText("A picture");
    expect(image().getAttribute("loading")).toBe("lazy");
    rerender(<Picture picture={makePicture()} sizes="50vw" priority />);
    expect(image().getAttribute("loading")).toBe("eager");
    expect(image().getAttribute("fetchpriority")).toBe("high");
  });

  it("shows its text and no broken image when it does not load", () => {
    render(<Picture picture={makePicture()} sizes="50vw" />);
    fireEvent.error(screen.getByAltText("A picture"));
    expect(screen.queryByAltText("A picture")).toBeNull();
    expect(screen.getByText("A picture")).toBeTruthy();
  });

  it("keeps its focus in sight, also at the ends of a panorama of which a seventh is shown", () => {
    for (let focus = 0; focus <= 100; focus++) {
      const picture = makePicture({ focus_x: focus, focus_y: 50 });
      const { unmount } = render(<Picture picture={picture} sizes="50vw" />);
      const { focusX, focusY } = screen.getByAltText("A picture").dataset;
      const left = (Number(focusX) * 6) / 7;
      expect(focus).toBeGreaterThanOrEqual(left);
      expect(focus).toBeLessThanOrEqual(left + 100 / 7);
      expect(focusY).toBe("50");
      unmount();
    }
  });

  it("shows the drawing when there is no picture", () => {
    render(<Picture picture={null} sizes="50vw" fallback={<i>drawing</i>} />);
    expect(screen.getByText("drawing")).toBeTruthy();
  });
});
