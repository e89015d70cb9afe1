/** In pixels of the drawing. */
export type Rectangle = [left: number, top: number, right: number, bottom: number];

interface Size {
  width: number;
  height: number;
}

export interface Placed {
  x: number;
  y: number;
  align?: CanvasTextAlign;
  /** Clockwise, in degrees. */
  turned?: number;
}

const LINE_HEIGHT = 20;
const HALF_LINE = LINE_HEIGHT / 2;

/** The room of a text so wide, as squares along its line, which may be turned. */
export function spacesOf({ x, y, align = "center", turned = 0 }: Placed, width: number) {
  const angle = (turned * Math.PI) / 180;
  const count = Math.ceil(width / LINE_HEIGHT);
  const start = { left: 0, right: -width }[align as string] ?? -width / 2;
  return Array.from({ length: count }, (_, i): Rectangle => {
    const along = start + ((i + 0.5) * width) / count;
    const [left, top] = [x + along * Math.cos(angle), y + along * Math.sin(angle)];
    return [left - HALF_LINE, top - HALF_LINE, left + HALF_LINE, top + HALF_LINE];
  });
}

/** Whether spaces lie within a drawing and meet nothing that is taken. */
export function isFree(spaces: Rectangle[], taken: Rectangle[], { width, height }: Size): boolean {
  return spaces.every(
    (space) =>
      space[0] > 0 &&
      space[1] > 0 &&
      space[2] < width &&
      space[3] < height &&
      !taken.some((other) => meet(other, space)),
  );
}

function meet(a: Rectangle, b: Rectangle): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** The room that lines take, such as a forest's outline: a small square every few pixels. */
export function roomOfLines(lines: readonly (readonly (readonly number[])[])[]): Rectangle[] {
  return lines.flatMap((line) =>
    line.slice(1).flatMap((end, i) => {
      const [[ax = 0, ay = 0] = [], [bx = 0, by = 0]] = [line[i], end];
      const steps = Math.min(200, Math.ceil(Math.hypot(bx - ax, by - ay) / STEP));
      return Array.from({ length: steps }, (_, step): Rectangle => {
        const [x, y] = [ax + ((bx - ax) * step) / steps, ay + ((by - ay) * step) / steps];
        return [x - HALF_LINE_WIDTH, y - HALF_LINE_WIDTH, x + HALF_LINE_WIDTH, y + HALF_LINE_WIDTH];
      });
    }),
  );
}

const STEP = 8;
const HALF_LINE_WIDTH = 3;

/** Where the name of a town may stand around its dot, the best place first. */
export function besideDot(x: number, y: number): Placed[] {
  return [
    { x: x + 8, y, align: "left" },
    { x: x - 8, y, align: "right" },
    { x, y: y - 14 },
    { x, y: y + 14 },
  ];
}

/** Where the name of a lake may stand: amid those of its points that lie in the drawing. */
export function amidPoints(points: readonly (readonly number[])[], size: Size): Placed[] {
  const inside = within(points, size);
  if (inside.length === 0) return [];
  const [x, y] = [0, 1].map(
    (axis) => inside.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / inside.length,
  );
  return [{ x: x ?? 0, y: y ?? 0 }];
}

function within(points: readonly (readonly number[])[], { width, height }: Size) {
  return points.filter(([x = 0, y = 0]) => x > 0 && y > 0 && x < width && y < height);
}

/** How much of a river a name leans on: so many points before and behind it. */
const LEANS = 3;
/** Where along a river its name is tried: in its middle first. */
const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9];
/** In pixels, how far from it: on its line, or beside. */
const BESIDE = [0, -13, 13];

/** Where the name of a river may stand: along those of its points that lie in the drawing. */
export function alongLine(points: readonly (readonly number[])[], size: Size): Placed[] {
  const inside = within(points, size);
  if (inside.length < 2) return [];
  return ALONG.flatMap((part) => {
    const at = Math.round(part * (inside.length - 1));
    const [x = 0, y = 0] = inside[at] ?? [];
    const [fromX = 0, fromY = 0] = inside[Math.max(0, at - LEANS)] ?? [];
    const [toX = 0, toY = 0] = inside[Math.min(inside.length - 1, at + LEANS)] ?? [];
    const angle = Math.atan2(toY - fromY, toX - fromX);
    const turned = (angle * 180) / Math.PI;
    return BESIDE.map((off) => ({
      x: x - off * Math.sin(angle),
      y: y + off * Math.cos(angle),
      turned: turned > 90 ? turned - 180 : turned < -90 ? turned + 180 : turned,
    }));
  });
}
