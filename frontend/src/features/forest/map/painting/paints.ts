const NAMES = [
  "space",
  "glow",
  "water",
  "water-deep",
  "river",
  "forest-river",
  "land",
  "line",
  "shade",
  "shade-clear",
  "country",
  "forest",
  "forest-line",
  "tree",
  "mark",
  "mark-line",
  "text",
  "halo",
  "water-text",
  "grid-text",
] as const;

export type Paints = Record<(typeof NAMES)[number], string> & {
  textFont: string;
  headingFont: string;
};

/** The map's colours and typefaces as its style sheet has them now, in light or dark mode. */
export function readPaints(element: Element): Paints {
  const style = getComputedStyle(element);
  const paints = NAMES.map((name) => [name, style.getPropertyValue(`--map-${name}`).trim()]);
  return {
    ...(Object.fromEntries(paints) as Record<(typeof NAMES)[number], string>),
    textFont: style.getPropertyValue("--font-text"),
    headingFont: style.getPropertyValue("--font-heading"),
  };
}
