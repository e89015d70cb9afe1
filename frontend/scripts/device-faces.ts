/**
 * What readers' devices have: the measures of their typefaces, in units of the face's own em.
 *
 * Those of DejaVu are read from its files, the others are those of @capsizecss/metrics 4.3.0. That
 * package is not installed: it measures three thousand faces in thirty thousand files.
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

export const georgia = {
  familyName: "Georgia",
  fullName: "Georgia",
  postscriptName: "Georgia",
  ascent: 1878,
  descent: -449,
  lineGap: 0,
  unitsPerEm: 2048,
  xWidthAvg: 913,
};

export const notoSerif = {
  familyName: "Noto Serif",
  fullName: "Noto Serif Regular",
  postscriptName: "NotoSerif-Regular",
  ascent: 1069,
  descent: -293,
  lineGap: 0,
  unitsPerEm: 1000,
  xWidthAvg: 481,
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

// Many Linux desktops have these.
const DEJAVU = { ascent: 1901, descent: -483, lineGap: 0, unitsPerEm: 2048 };

export const dejavuSerif = {
  ...DEJAVU,
  familyName: "DejaVu Serif",
  fullName: "DejaVu Serif",
  postscriptName: "DejaVuSerif",
  xWidthAvg: 1058,
};

export const dejavuSans = {
  ...DEJAVU,
  familyName: "DejaVu Sans",
  fullName: "DejaVu Sans",
  postscriptName: "DejaVuSans",
  xWidthAvg: 1041,
};
