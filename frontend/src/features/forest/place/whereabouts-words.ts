import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { formatNumber } from "#locales/format";
import type { Distance, Wind } from "./distance";
import type { LakeName, Whereabouts } from "./whereabouts";

const LAKES: Record<LakeName, MessageDescriptor> = {
  Victoria: msg`Lake Victoria`,
  Tanganyika: msg`Lake Tanganyika`,
  Malawi: msg`Lake Malawi`,
  Rukwa: msg`Lake Rukwa`,
};

type Phrase = (kilometres: string, place: string) => MessageDescriptor;

const PHRASES: Record<Wind, Phrase> = {
  north: (km, place) => msg`about ${km} km north of ${place}`,
  "north-east": (km, place) => msg`about ${km} km north-east of ${place}`,
  east: (km, place) => msg`about ${km} km east of ${place}`,
  "south-east": (km, place) => msg`about ${km} km south-east of ${place}`,
  south: (km, place) => msg`about ${km} km south of ${place}`,
  "south-west": (km, place) => msg`about ${km} km south-west of ${place}`,
  west: (km, place) => msg`about ${km} km west of ${place}`,
  "north-west": (km, place) => msg`about ${km} km north-west of ${place}`,
};

/** One sentence: how far the forest is from its nearest lake and town, to the nearest 10 km. */
export function describeWhereabouts({ lake, town }: Whereabouts, forest: string, i18n: I18n) {
  const fromLake = lake && phrase(lake, i18n._(LAKES[lake.name]), i18n);
  const fromTown = town && phrase(town, i18n._(msg`the town of ${town.name}`), i18n);
  if (fromLake && fromTown) {
    return i18n._(msg`${forest} lies ${fromLake} and ${fromTown}, as the crow flies.`);
  }
  const from = fromLake ?? fromTown;
  if (from) return i18n._(msg`${forest} lies ${from}, as the crow flies.`);
  return null;
}

function phrase({ kilometres, wind }: Distance, place: string, i18n: I18n): string {
  const rounded = formatNumber(Math.max(10, Math.round(kilometres / 10) * 10));
  return i18n._(PHRASES[wind](rounded, place));
}

/** "5.5° S, 31.4° E": to a tenth of a degree, about 11 km. */
export function describePosition({ longitude, latitude }: Whereabouts, i18n: I18n): string {
  const across = formatNumber(Math.abs(longitude));
  const along = formatNumber(Math.abs(latitude));
  const northSouth = latitude < 0 ? msg`${along}° S` : msg`${along}° N`;
  const eastWest = longitude < 0 ? msg`${across}° W` : msg`${across}° E`;
  return `${i18n._(northSouth)}, ${i18n._(eastWest)}`;
}
