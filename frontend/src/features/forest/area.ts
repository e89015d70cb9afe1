import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** Hectares of a football pitch of 105 by 68 metres, the size UEFA asks for in its competitions. */
const PITCH_HECTARES = 0.714;

interface KnownArea {
  name: MessageDescriptor;
  hectares: number;
}

/**
 * Areas that many readers have a picture of, from small to large, in hectares: Central Park after
 * the Central Park Conservancy (843 acres), Manhattan's land after the US Census Bureau (22.7
 * square miles), Hong Kong's land after its Lands Department, the Isle of Wight, Greater London
 * and Wales after the UK's Office for National Statistics, the island of Ireland after Ordnance
 * Survey Ireland, Germany after its Federal Statistical Office, and Tanzania after its National
 * Bureau of Statistics.
 */
const KNOWN_AREAS: KnownArea[] = [
  { name: msg`Central Park in New York`, hectares: 341 },
  { name: msg`Manhattan`, hectares: 5_900 },
  { name: msg`the Isle of Wight`, hectares: 38_000 },
  { name: msg`Hong Kong`, hectares: 110_600 },
  { name: msg`Greater London`, hectares: 157_200 },
  { name: msg`Wales`, hectares: 2_078_000 },
  { name: msg`the island of Ireland`, hectares: 8_442_000 },
  { name: msg`Germany`, hectares: 35_759_000 },
  { name: msg`the whole of Tanzania`, hectares: 94_730_000 },
];

export interface Comparison extends KnownArea {
  /** How many times the known area fits in, to a tenth; from ten on, to a whole number. */
  times: number;
}

/** How many football pitches an area holds, rounded to three digits. */
export function footballPitches(hectares: number): number {
  return Number((hectares / PITCH_HECTARES).toPrecision(3));
}

/** The largest known area that fits into this one; null when none does. */
export function comparisonFor(hectares: number): Comparison | null {
  const known = KNOWN_AREAS.findLast((area) => area.hectares <= hectares);
  if (!known) return null;
  const exact = hectares / known.hectares;
  return { ...known, times: exact < 10 ? Math.round(exact * 10) / 10 : Math.round(exact) };
}
