const ROUND = [1, 2, 5];

/**
 * The longest round length, 1, 2 or 5 times a power of ten, of at most `most` pixels: in
 * kilometres, and in pixels.
 */
export function scaleBar(kilometresPerPixel: number, most: number) {
  const limit = kilometresPerPixel * most;
  const power = 10 ** Math.floor(Math.log10(limit));
  const kilometres = Math.max(...ROUND.map((n) => n * power).filter((n) => n <= limit));
  return { kilometres, pixels: kilometres / kilometresPerPixel };
}
