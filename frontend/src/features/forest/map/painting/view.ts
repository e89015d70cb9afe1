import type { Box } from "#features/forest/place/shapes";

/** Where the map looks: the point in its middle, in degrees, and how large the globe is drawn. */
export interface View {
  longitude: number;
  latitude: number;
  /** 1 shows the whole globe in the frame. */
  zoom: number;
}

/** The frame's size in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

const EARTH_RADIUS_KM = 6371;
const LEAST_ZOOM = 0.8;
const MOST_ZOOM = 900;
const MOST_LATITUDE = 85;
const DEGREE = Math.PI / 180;
/** How much of the frame the globe, or what a view is fitted to, takes. */
const FILLED = 0.86;

/** Europe, where many jars are opened, and all of Africa. */
export const WORLD: View = { longitude: 24, latitude: 14, zoom: 1 };

/** The drawn globe's radius in CSS pixels. */
export function radiusOf(view: View, size: Size): number {
  return (view.zoom * FILLED * Math.min(size.width, size.height)) / 2;
}

/** How many kilometres one CSS pixel covers in the middle of the map. */
export function kilometresPerPixel(view: View, size: Size): number {
  return EARTH_RADIUS_KM / radiusOf(view, size);
}

/** The view in which a box just fits the frame, with some room around it. */
export function viewOfBox([west, south, east, north]: Box, size: Size): View {
  const latitude = (south + north) / 2;
  const across = (east - west) * DEGREE * Math.cos(latitude * DEGREE);
  const along = (north - south) * DEGREE;
  const radius = FILLED * Math.min(size.width / across, size.height / along);
  const zoom = radius / radiusOf({ ...WORLD, zoom: 1 }, size);
  return within({ longitude: (west + east) / 2, latitude, zoom });
}

/** The nearest view that the map can show. */
export function within({ longitude, latitude, zoom }: View): View {
  return {
    longitude: wrap(longitude),
    latitude: Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, latitude)),
    zoom: Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, zoom)),
  };
}

/** The view after its picture was moved by so many pixels to the right and down. */
export function moved(view: View, size: Size, right: number, down: number): View {
  const degrees = 1 / (radiusOf(view, size) * DEGREE);
  const narrowing = Math.max(0.2, Math.cos(view.latitude * DEGREE));
  return within({
    longitude: view.longitude - (right * degrees) / narrowing,
    latitude: view.latitude + down * degrees,
    zoom: view.zoom,
  });
}

/** The view so much nearer; the place at a point of the frame, if given, stays under that point. */
export function zoomed(
  view: View,
  size: Size,
  factor: number,
  at = { x: size.width / 2, y: size.height / 2 },
): View {
  const nearer = within({ ...view, zoom: view.zoom * factor });
  const growth = nearer.zoom / view.zoom;
  const [x, y] = [at.x - size.width / 2, at.y - size.height / 2];
  return moved(nearer, size, x * (1 - growth), y * (1 - growth));
}

/**
 * The way from one view to another, at a time from 0 to 1. The zoom grows by the same factor in
 * the same time and the middle moves at an even speed on the screen: the goal stays in sight.
 */
export function between(from: View, to: View, time: number): View {
  const growth = to.zoom / from.zoom;
  const even = Math.abs(growth - 1) < 1e-6;
  const part = even ? time : (1 - growth ** -time) / (1 - 1 / growth);
  return {
    longitude: wrap(from.longitude + wrap(to.longitude - from.longitude) * part),
    latitude: from.latitude + (to.latitude - from.latitude) * part,
    zoom: from.zoom * growth ** time,
  };
}

/** How long the way should take, in milliseconds. */
export function durationOf(from: View, to: View): number {
  return Math.min(1900, 500 + 520 * Math.abs(Math.log(to.zoom / from.zoom)));
}

function wrap(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}
