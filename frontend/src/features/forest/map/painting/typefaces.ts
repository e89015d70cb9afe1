/** A typeface as the page's style sheets have it, for a worker, which has no style sheets. */
export interface Typeface {
  family: string;
  source: string;
  descriptors: FontFaceDescriptors;
}

/** How long a map may wait for its typefaces, in ms; the still map stands there meanwhile. */
const PATIENCE = 3000;

/** The typefaces of the page in which maps are lettered. */
export function readTypefaces(): Typeface[] {
  const style = getComputedStyle(document.documentElement);
  const lettering =
    style.getPropertyValue("--font-heading") + style.getPropertyValue("--font-text");
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const faces = rules.filter((rule) => rule instanceof CSSFontFaceRule).map(typefaceOf);
  return faces.filter(({ family }) => lettering.includes(family));
}

function typefaceOf({ style }: CSSFontFaceRule): Typeface {
  const value = (name: string) => style.getPropertyValue(name);
  return {
    family: value("font-family").replaceAll('"', ""),
    source: value("src"),
    descriptors: {
      weight: value("font-weight") || "normal",
      unicodeRange: value("unicode-range") || "U+0-10FFFF",
      ascentOverride: value("ascent-override") || "normal",
      descentOverride: value("descent-override") || "normal",
      lineGapOverride: value("line-gap-override") || "normal",
    },
  };
}

/**
 * Adds the typefaces to a worker, and waits until those that some text needs have come or failed:
 * in Chromium's workers a text that was drawn before keeps the typeface that it was drawn in.
 * @param onLoad called whenever others have come later
 */
export async function addTypefaces(
  typefaces: Typeface[],
  text: string,
  onLoad: () => void,
): Promise<void> {
  const { fonts } = self as Partial<FontFaceSource>;
  // In some browsers workers cannot load typefaces; they draw in the browser's own.
  if (!fonts) return;
  for (const { family, source, descriptors } of typefaces) {
    fonts.add(new FontFace(family, source, descriptors));
  }
  fonts.addEventListener("loadingdone", onLoad);
  const families = new Set(typefaces.map(({ family }) => family));
  const loads = [...families].map((family) => fonts.load(`16px "${family}"`, text));
  const patience = new Promise((end) => setTimeout(end, PATIENCE));
  await Promise.race([Promise.allSettled(loads), patience]);
}
