/** Returns all characters of ranges like "20-7E,A0", written as hexadecimal code points. */
export function charactersOf(points: string): string {
  return points
    .split(",")
    .flatMap((range) => {
      const [first = 0, last = first] = range.split("-").map((hex) => Number.parseInt(hex, 16));
      return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
    })
    .join("");
}
