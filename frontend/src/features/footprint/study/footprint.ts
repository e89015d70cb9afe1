import type { Story } from "#api/types";

export type Footprint = NonNullable<Story["footprint"]>;

/** The two honeys that a footprint compares, by the fields that hold their figures. */
export type Side = "grams_per_kg" | "comparison_grams_per_kg";
export const SIDES: readonly Side[] = ["grams_per_kg", "comparison_grams_per_kg"];

export function nameOf(footprint: Footprint, side: Side): string {
  return side === "grams_per_kg" ? footprint.subject : footprint.comparison;
}

/** Grams of CO2e per kg over the measured stages; null when none was measured. */
export function totalOf(footprint: Footprint, side: Side): number | null {
  if (footprint.stages.every((stage) => stage[side] === null)) return null;
  return side === "grams_per_kg"
    ? footprint.total_grams_per_kg
    : footprint.comparison_total_grams_per_kg;
}

/** Grams for a jar of `jarGrams` grams of honey, from grams per kg. */
export function perJar(gramsPerKg: number, jarGrams: number): number {
  return (gramsPerKg * jarGrams) / 1000;
}

/** The names of the stages that were not measured for this side. */
export function notMeasured(footprint: Footprint, side: Side): string[] {
  return footprint.stages.filter((stage) => stage[side] === null).map((stage) => stage.label);
}

/** Whether both sums cover the same stages, so that one may be set against the other. */
export function coversSameStages(footprint: Footprint): boolean {
  return footprint.stages.every(
    (stage) => (stage.grams_per_kg === null) === (stage.comparison_grams_per_kg === null),
  );
}

export interface Difference {
  kind: "more" | "less" | "same";
  /** Rounded: a footprint is not known to a single percent. */
  percent: number;
}

/** How much more or less `value` is than `other`, a number above 0. */
export function differenceOf(value: number, other: number): Difference {
  const exact = Math.abs(value / other - 1) * 100;
  const percent = exact < 10 ? Math.round(exact) : Math.round(exact / 5) * 5;
  if (percent === 0) return { kind: "same", percent };
  return { kind: value > other ? "more" : "less", percent };
}
