import type { MultiLineString, MultiPolygon } from "geojson";
import type { Box } from "./shapes";

/**
 * What lies around a forest, as `upendo/catalogue/maps/surroundings.py` cuts it out and
 * `Story["forest"].surroundings` says where to find it. In degrees, which go on beyond 180 where the
 * box reaches over the date line.
 */
export interface Around {
  /** Nothing lies outside. */
  box: Box;
  /** Null where it is land all over. */
  land: MultiPolygon | null;
  /** A name is empty where Natural Earth has none; the nearest come first. */
  rivers: { name: string; shape: MultiLineString }[];
  lakes: { name: string; shape: MultiPolygon }[];
  towns: { name: string; at: [longitude: number, latitude: number] }[];
}
