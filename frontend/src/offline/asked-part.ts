/** The first byte of a part, and the one behind its last; none are asked for where they are equal. */
export type BytePart = readonly [first: number, end: number];

/**
 * Returns which bytes of a file a Range header asks for, and null for all of them: when it says
 * nothing, nonsense, or several parts. `upendo/web/answers/parts.py` reads alike.
 */
export function askedPart(header: string, size: number): BytePart | null {
  const [asked, first = "", last = ""] = /^\s*bytes=(\d{0,18})-(\d{0,18})\s*$/i.exec(header) ?? [];
  if (!asked || !(first || last)) return null;
  if (!first) return [Math.max(0, size - Number(last)), size];
  if (last && Number(last) < Number(first)) return null;
  const end = last ? Math.min(Number(last) + 1, size) : size;
  return [Math.min(Number(first), end), end];
}
