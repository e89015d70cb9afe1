import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Placed } from "#features/forest/map/label-room";

/** What a label names decides its look. */
type LabelKind = "continent" | "country" | "home" | "water";

/** A name in a picture of the map. */
export interface Label extends Placed {
  text: string;
  look: LabelKind | "forest" | "town" | "apiary" | "river";
  /** Where else it may stand. */
  or?: Partial<Placed>[];
  /** Where its dot is, if it has one. */
  dot?: [x: number, y: number];
}

export interface MapLabel {
  text: MessageDescriptor;
  kind: LabelKind;
  at: [longitude: number, latitude: number];
  /** In kilometres per pixel: the label is drawn between these two scales. */
  from: number;
  to: number;
  /** Clockwise, in degrees, along a lake. */
  turned?: number;
  /** Where the place is in the words; in their middle if not said. */
  align?: "left";
}

const continent = { kind: "continent", from: 9.5, to: 99 } as const;
const country = { kind: "country", from: 0.4, to: 9.5 } as const;
const lake = { kind: "water", from: 0.05, to: 9.5 } as const;

/** The names on the map, the most important first: where two overlap, the later is left out. */
export const MAP_LABELS: MapLabel[] = [
  { text: msg`Tanzania`, kind: "home", at: [35.6, -7.1], from: 0.7, to: 9.5 },
  { text: msg`Tanzania`, kind: "home", at: [42.5, -7], align: "left", from: 9.5, to: 40 },
  { ...lake, text: msg`Lake Tanganyika`, at: [29.5, -6.05], turned: 68 },
  { ...lake, text: msg`Lake Victoria`, at: [33, -1.15] },
  { ...lake, text: msg`Lake Malawi`, at: [34.55, -12], turned: 80 },
  { ...lake, text: msg`Lake Rukwa`, at: [32.16, -7.82], turned: 40, to: 0.9 },
  { ...country, text: msg`Kenya`, at: [37.7, -0.2] },
  { ...country, text: msg`Uganda`, at: [32.4, 1.5] },
  { ...country, text: msg`Rwanda`, at: [29.9, -2], to: 2.6 },
  { ...country, text: msg`Burundi`, at: [29.9, -3.35], to: 2.6 },
  { ...country, text: msg`DR Congo`, at: [26.8, -5.5] },
  { ...country, text: msg`Zambia`, at: [31, -11.6] },
  { ...country, text: msg`Malawi`, at: [33.6, -13.3] },
  { ...country, text: msg`Mozambique`, at: [38.2, -13] },
  { text: msg`Indian Ocean`, kind: "water", at: [41.9, -7.6], from: 0.7, to: 9.5 },
  { ...continent, text: msg`Africa`, at: [17, 14] },
  { ...continent, text: msg`Europe`, at: [17, 49] },
  { ...continent, text: msg`Asia`, at: [68, 42] },
  { text: msg`Indian Ocean`, kind: "water", at: [72, -14], from: 9.5, to: 99 },
  { text: msg`Atlantic Ocean`, kind: "water", at: [-22, -8], from: 9.5, to: 99 },
];
