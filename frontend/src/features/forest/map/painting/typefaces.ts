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

/** Has a worker draw in the typefaces; like a page, it fetches those that its words call for. */
export function addTypefaces(typefaces: Typeface[], onLoad: () => void): void {
  const { fonts } = self as Partial<FontFaceSource>;
  // A browser whose workers know no typefaces draws in its own.
  if (!fonts) return;
  for (const { family, source, descriptors } of typefaces) {
    fonts.add(new FontFace(family, source, descriptors));
  }
  fonts.addEventListener("loadingdone", onLoad);
}
