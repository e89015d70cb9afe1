import type { Picture } from "#api/types";

/** Longer than this, pictures are cut to a common shape around their focus. */
const WIDEST = 2; // times its height
const TALLEST = 1.6; // times its width
/** What a wide one is cut to: its width, divided by its height. */
const CUT = 3 / 2;

/** How a picture is cut, if it is too long one way. */
export function cutOf({ width, height }: Picture): "wide" | "tall" | undefined {
  if (width > WIDEST * height) return "wide";
  return height > TALLEST * width ? "tall" : undefined;
}

/** How many times as wide as what is shown of it a picture is. */
export function timesAsWide(picture: Picture): number {
  return cutOf(picture) === "wide" ? picture.width / picture.height / CUT : 1;
}
