import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

interface Grade {
  name: MessageDescriptor;
  /** Millimetres on the Pfund scale up to which a honey has this name, that one included. */
  upTo: number;
}

/** Colour names of the United States Standards for Grades of Extracted Honey (USDA, 1985). */
export const GRADES: readonly [Grade, ...Grade[]] = [
  { name: msg`Water white`, upTo: 8 },
  { name: msg`Extra white`, upTo: 17 },
  { name: msg`White`, upTo: 34 },
  { name: msg`Extra light amber`, upTo: 50 },
  { name: msg`Light amber`, upTo: 85 },
  { name: msg`Amber`, upTo: 114 },
  { name: msg`Dark amber`, upTo: Number.POSITIVE_INFINITY },
];

/** The place in `GRADES`, from 0 for the lightest, of a colour in millimetres Pfund. */
export function gradeOf(mmPfund: number): number {
  return GRADES.findIndex(({ upTo }) => mmPfund <= upTo);
}
