/**
 * Makes the typefaces of the pictures that previews of shared links show, in `upendo/site/share/fonts/`:
 * Fraunces for titles, Source Sans 3 for the rest, and one Noto face for each further script that
 * a name may be written in. The server draws with these alone, so that a picture is the same
 * wherever it is drawn.
 *
 *   npm install --no-save @fontsource/noto-sans{,-arabic,-armenian,-bengali,-devanagari} \
 *     @fontsource/noto-sans-{ethiopic,georgian,hebrew,tamil,thai}
 *   node frontend/scripts/share-fonts.ts
 *   python -m dev.generate.share_typefaces   # names each face after its file, writes down its characters
 *
 * Run it only to change them: the files it makes are committed. All are under the SIL Open Font
 * License.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import subsetFont from "subset-font";
import { charactersOf } from "./characters.ts";

const FOLDER = new URL("../../upendo/site/share/fonts/", import.meta.url);
const LATIN = "20-7E,A0-17F,192,218-21B,2C6-2DD,1E80-1E85,1E9E,2013-2026,2030,2039-203A,20AC,2122";

interface Face {
  file: string;
  source: string;
  /** Code points in hexadecimal. */
  points: string;
  axes?: Record<string, number>;
}

const NOTO: [script: string, source: string, points: string][] = [
  ["greek", "noto-sans/files/noto-sans-greek", "370-3FF"],
  ["cyrillic", "noto-sans/files/noto-sans-cyrillic", "400-45F,490-491,4B0-4B1,2116"],
  ["cyrillic-ext", "noto-sans/files/noto-sans-cyrillic-ext", "460-48F,492-4AF,4B2-52F"],
  ["latin-ext", "noto-sans/files/noto-sans-latin-ext", "180-24F,250-2AF,1E00-1EFF"],
  [
    "vietnamese",
    "noto-sans/files/noto-sans-vietnamese",
    "102-103,110-111,1A0-1B0,300-323,1EA0-1EF9",
  ],
  ["arabic", "noto-sans-arabic/files/noto-sans-arabic-arabic", "600-6FF,750-77F,8A0-8FF,200C-200F"],
  ["armenian", "noto-sans-armenian/files/noto-sans-armenian-armenian", "530-58F"],
  [
    "bengali",
    "noto-sans-bengali/files/noto-sans-bengali-bengali",
    "951-952,964-965,980-9FE,200C-200D",
  ],
  [
    "devanagari",
    "noto-sans-devanagari/files/noto-sans-devanagari-devanagari",
    "900-97F,200C-200D,A8E0-A8FF",
  ],
  ["ethiopic", "noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic", "1200-137C"],
  ["georgian", "noto-sans-georgian/files/noto-sans-georgian-georgian", "10A0-10FF,1C90-1CBF"],
  ["hebrew", "noto-sans-hebrew/files/noto-sans-hebrew-hebrew", "590-5FF"],
  ["tamil", "noto-sans-tamil/files/noto-sans-tamil-tamil", "B80-BFF,200C-200D"],
  ["thai", "noto-sans-thai/files/noto-sans-thai-thai", "E00-E7F,200C-200D"],
];

const FACES: Face[] = [
  {
    file: "fraunces",
    source: "@fontsource-variable/fraunces/files/fraunces-latin-opsz-normal.woff2",
    points: LATIN,
    axes: { wght: 600, opsz: 96 },
  },
  {
    file: "fraunces-ext",
    source: "@fontsource-variable/fraunces/files/fraunces-latin-ext-opsz-normal.woff2",
    points: LATIN,
    axes: { wght: 600, opsz: 96 },
  },
  {
    file: "source-sans-3",
    source: "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
    points: LATIN,
    axes: { wght: 500 },
  },
  {
    file: "source-sans-3-ext",
    source: "@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2",
    points: LATIN,
    axes: { wght: 500 },
  },
  ...NOTO.map(([script, source, points]) => ({
    file: `noto-sans-${script}`,
    source: `@fontsource/${source}-600-normal.woff2`,
    points,
  })),
];

await mkdir(FOLDER, { recursive: true });
for (const { file, source, points, axes } of FACES) {
  const font = await readFile(new URL(import.meta.resolve(source)));
  const cut = await subsetFont(font, charactersOf(points), {
    targetFormat: "truetype",
    ...(axes && { variationAxes: axes }),
  });
  await writeFile(new URL(`${file}.ttf`, FOLDER), cut);
  console.log(`${file}.ttf ${(cut.length / 1000).toFixed(1)} kB`);
}
