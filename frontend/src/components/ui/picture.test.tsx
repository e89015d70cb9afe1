import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { makePicture } from "#testing/story";
import { Picture } from "./picture";

describe("Picture", () => {
  it("cuts a panorama to a common shape, unless it is to be whole", () => {
    const panorama = makePicture({ width: 2400, height: 400 });
    const { container, rerender } = render(<Picture picture={panorama} sizes="50vw" />);
    expect(container.querySelector("img[data-strip]")).toBeTruthy();
    rerender(<Picture picture={panorama} sizes="50vw" whole />);
    expect(container.querySelector("img[data-strip]")).toBeNull();
    rerender(<Picture picture={makePicture({ width: 1600, height: 900 })} sizes="50vw" />);
    expect(container.querySelector("img[data-strip]")).toBeNull();
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

  it("keeps its focus in sight, to the nearest ten per cent", () => {
    render(<Picture picture={makePicture({ focus_x: 33, focus_y: 88 })} sizes="50vw" />);
    const { focusX, focusY } = screen.getByAltText("A picture").dataset;
    expect([focusX, focusY]).toEqual(["30", "90"]);
  });

  it("shows the drawing when there is no picture", () => {
    render(<Picture picture={null} sizes="50vw" fallback={<i>drawing</i>} />);
    expect(screen.getByText("drawing")).toBeTruthy();
  });
});
