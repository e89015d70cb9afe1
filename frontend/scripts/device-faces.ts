/**
 * What readers' devices have: the measures of their typefaces, in units of the face's own em.
 *
 * Those of DejaVu and of Noto Serif Bold are read from their files; Georgia Bold is as wide as
 * Gelasio Bold, and Arial Bold as Liberation Sans Bold, which were drawn to be so. The others are
 * those of @capsizecss/metrics 4.3.0. That package is not installed: it measures three thousand
 * faces in thirty thousand files.
 */

export const arial = {
  familyName: "Arial",
  fullName: "Arial",
  postscriptName: "ArialMT",
  ascent: 1854,
  descent: -434,
  lineGap: 67,
  unitsPerEm: 2048,
  xWidthAvg: 913,
};

export const arialBold = {
  ...arial,
  fullName: "Arial Bold",
  postscriptName: "Arial-BoldMT",
  xWidthAvg: 983,
};

export const brushScript = {
  familyName: "Brush Script",
  fullName: "Brush Script MT Italic",
  postscriptName: "BrushScriptMT",
  ascent: 1820,
  descent: -692,
  lineGap: 0,
  unitsPerEm: 2048,
  xWidthAvg: 683,
};

export const georgiaBold = {
  familyName: "Georgia",
  fullName: "Georgia Bold",
  postscriptName: "Georgia-Bold",
  ascent: 1878,
  descent: -449,
  lineGap: 0,
  unitsPerEm: 2048,
  xWidthAvg: 1062,
};

export const notoSerifBold = {
  familyName: "Noto Serif",
  fullName: "Noto Serif Bold",
  postscriptName: "NotoSerif-Bold",
  ascent: 1069,
  descent: -293,
  lineGap: 0,
  unitsPerEm: 1000,
  xWidthAvg: 512,
};

export const roboto = {
  familyName: "Roboto",
  fullName: "Roboto Regular",
  postscriptName: "Roboto-Regular",
  ascent: 1900,
  descent: -500,
  lineGap: 0,
  unitsPerEm: 2048,
  xWidthAvg: 911,
};

export const robotoBold = {
  ...roboto,
  fullName: "Roboto Bold",
  postscriptName: "Roboto-Bold",
  xWidthAvg: 926,
};

// Many Linux desktops have these.
const DEJAVU = { descent: -483, lineGap: 0, unitsPerEm: 2048 };

export const dejavuSerifBold = {
  ...DEJAVU,
  familyName: "DejaVu Serif",
  fullName: "DejaVu Serif Bold",
  postscriptName: "DejaVuSerif-Bold",
  ascent: 1923,
  xWidthAvg: 1168,
};

export const dejavuSans = {
  ...DEJAVU,
  familyName: "DejaVu Sans",
  fullName: "DejaVu Sans",
  postscriptName: "DejaVuSans",
  ascent: 1901,
  xWidthAvg: 1041,
};

export const dejavuSansBold = {
  ...dejavuSans,
  fullName: "DejaVu Sans Bold",
  postscriptName: "DejaVuSans-Bold",
  xWidthAvg: 1176,
};
