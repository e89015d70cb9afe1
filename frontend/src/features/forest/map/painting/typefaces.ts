/** A typeface as the page's style sheets have it, for a worker, which has no style sheets. */
export interface Typeface {
  family: string;
  source: string;
  descriptors: FontFaceDescriptors;
}

/** All typefaces of the page. */
export function readTypefaces(): Typeface[] {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return rules.filter((rule) => rule instanceof CSSFontFaceRule).map(typefaceOf);
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

/** Adds the typefaces to a worker, which then fetches those that its text needs, as a page does. */
export function addTypefaces(typefaces: Typeface[], onLoad: () => void): void {
  const { fonts } = self as Partial<FontFaceSource>;
  // In some browsers workers cannot load typefaces; they draw in the browser's own.
  if (!fonts) return;
  for (const { family, source, descriptors } of typefaces) {
    fonts.add(new FontFace(family, source, descriptors));
  }
  fonts.addEventListener("loadingdone", onLoad);
}
