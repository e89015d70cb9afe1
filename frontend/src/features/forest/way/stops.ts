import type { Story } from "#api/types";

type Step = Story["batch"]["steps"][number];

/** A place where a batch was, for the map. */
export interface Stop {
  name: string;
  at: readonly [longitude: number, latitude: number];
}

/** The places of a way whose position is known, in order; steps at one place are one stop. */
export function stopsOf(steps: readonly Step[]): Stop[] {
  const stops: Stop[] = [];
  for (const { place, position } of steps) {
    if (!position) continue;
    const at = [position.longitude, position.latitude] as const;
    if (String(stops.at(-1)?.at) !== String(at)) stops.push({ name: shortName(place), at });
  }
  return stops;
}

/** "Dar es Salaam" for "Dar es Salaam, Tanzania": there is little room on a map. */
function shortName(place: string): string {
  return place.split(",")[0]?.trim() || place;
}

/**
 * The stops as they follow each other: each at most half the earth from the one before, so that a
 * way over the date line has no gap; its longitudes may then lie beyond 180.
 */
export function unwrapped(stops: readonly Stop[]): [longitude: number, latitude: number][] {
  let before: number | undefined;
  return stops.map(({ at: [longitude, latitude] }) => {
    const turns = before === undefined ? 0 : Math.round((before - longitude) / 360);
    before = longitude + 360 * turns;
    return [before, latitude];
  });
}
