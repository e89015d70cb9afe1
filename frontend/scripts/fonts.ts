/**
 * Cuts the three typefaces down to the characters and axes the pages use, and writes
 * `frontend/src/fonts/*.woff2` with their `faces.css`, and a `fallbacks.css` that defines faces of
 * the reader's own device with the same metrics, so that text keeps its place when the real face
 * arrives, and `--font-heading`, `--font-text` and `--font-letter`.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createFontStack } from "@capsizecss/core";
import { fromBlob } from "@capsizecss/unpack";
import subsetFont from "subset-font";
import { charactersOf } from "./characters.ts";
import {
  arial,
  arialBold,
  brushScript,
  dejavuSans,
  dejavuSansBold,
  dejavuSerifBold,
  georgiaBold,
  notoSerifBold,
  roboto,
  robotoBold,
} from "./device-faces.ts";

type Axes = Record<string, number | { min: number; max: number }>;

interface Face {
  role: "heading" | "text" | "letter";
  family: string;
  package: string;
  axis: string;
  weight: string;
  axes: Axes;
  /** By the weight they pass for: a bold face alone is as wide as a bold one. */
  fallbacks: Record<number, Parameters<typeof createFontStack>[0]>;
  generic: string;
}

const FACES: Face[] = [
  {
    role: "heading",
    family: "Fraunces",
    package: "fraunces",
    axis: "opsz",
    weight: "600",
    // One optical size, between a title's and a heading's: all of them are twice the bytes.
    axes: { wght: 600, opsz: 48 },
    fallbacks: { 600: [georgiaBold, notoSerifBold, dejavuSerifBold] },
    generic: "serif",
  },
  {
    role: "text",
    family: "Source Sans 3",
    package: "source-sans-3",
    axis: "wght",
    weight: "400 600",
    axes: { wght: { min: 400, max: 600 } },
    fallbacks: {
      400: [arial, roboto, dejavuSans],
      600: [arialBold, robotoBold, dejavuSansBold],
    },
    generic: "sans-serif",
  },
  {
    role: "letter",
    family: "Caveat",
    package: "caveat",
    axis: "wght",
    weight: "500",
    axes: { wght: 500 },
    fallbacks: { 500: [brushScript] },
    generic: "cursive",
  },
];

// The first view needs only "basic"; browsers fetch the others when a name or a word calls for them.
const RANGES = [
  {
    name: "basic",
    source: "latin",
    points: "20-7E,A0,B0,B7,D7,2013-2014,2018-2019,201C-201D,2026,20AC,2190,2192,2082",
  },
  {
    name: "accents",
    source: "latin",
    points: "A1-AF,B1-B6,B8-D6,D8-FF,131,152-153,2039-203A,2122,2212",
  },
  {
    name: "extended",
    source: "latin-ext",
    points: "100-130,132-151,154-17F,18F,192,1A0-1A1,1AF-1B0,218-21B,1E9E",
  },
] as const;

// Kerning, ligatures and accents; small caps, swashes and the like are never used.
const FEATURES = ["kern", "liga", "mark", "mkmk", "ccmp", "locl"];
const FOLDER = new URL("../src/fonts/", import.meta.url);

async function subset(face: Face, range: (typeof RANGES)[number]): Promise<Buffer> {
  const path = `@fontsource-variable/${face.package}/files/${face.package}-${range.source}-${face.axis}-normal.woff2`;
  return subsetFont(
    await readFile(new URL(import.meta.resolve(path))),
    charactersOf(range.points),
    {
      targetFormat: "woff2",
      variationAxes: face.axes,
      keepFeatures: FEATURES,
    },
  );
}

function faceRule(face: Face, file: string, points: string): string {
  return `@font-face {
  font-family: "${face.family}";
  font-weight: ${face.weight};
  font-display: swap;
  src: url("./${file}") format("woff2");
  unicode-range: ${points.replaceAll(/(^|,)/g, "$1U+")};
}`;
}

async function fallbackRules(face: Face): Promise<string> {
  const stacks = await Promise.all(
    Object.entries(face.fallbacks).map(async ([weight, devices]) => {
      const axes = { ...face.axes, wght: Number(weight) };
      const font = await subset({ ...face, axes }, RANGES[0]);
      const metrics = await fromBlob(new Blob([new Uint8Array(font)]));
      return createFontStack([{ ...metrics, familyName: face.family }, ...devices], {
        fontFaceProperties: { fontWeight: weight },
      });
    }),
  );
  // All weights have the same families.
  return `${stacks.map(({ fontFaces }) => fontFaces.trim()).join("\n")}

:root {
  --font-${face.role}: ${stacks[0]?.fontFamily}, ${face.generic};
}`;
}

await mkdir(FOLDER, { recursive: true });
const faces: string[] = [];
const fallbacks: string[] = [];
for (const face of FACES) {
  for (const range of RANGES) {
    const file = `${face.package}-${range.name}.woff2`;
    const font = await subset(face, range);
    await writeFile(new URL(file, FOLDER), font);
    faces.push(faceRule(face, file, range.points));
    console.log(`${file} ${(font.length / 1000).toFixed(1)} kB`);
  }
  fallbacks.push(await fallbackRules(face));
}
await writeFile(new URL("faces.css", FOLDER), `${faces.join("\n\n")}\n`);
await writeFile(new URL("fallbacks.css", FOLDER), `${fallbacks.join("\n\n")}\n`);
