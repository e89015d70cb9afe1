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

/** How one sum stands to another, in words that both bear out. */
export type Difference =
  /** Too little apart to be told from each other. */
  | { kind: "same" }
  /** In percent: a footprint is not known to a single one, except towards 0 and 100. */
  | { kind: "more" | "less"; percent: number }
  /** Less than a hundredth of the other. */
  | { kind: "trace" }
  /** So many times the other, three or more, in two figures at most. */
  | { kind: "times"; times: number };

const MANY_TIMES = 3;

/** How much more or less `value` is than `other`; null where one is 0 and there is no saying. */
export function differenceOf(value: number, other: number): Difference | null {
  if (value === other) return value === 0 ? null : { kind: "same" };
  if (value === 0 || other === 0) return null;
  if (value / other >= MANY_TIMES) return { kind: "times", times: twoFigures(value / other) };
  if (value / other < 0.01) return { kind: "trace" };
  const exact = Math.abs(value / other - 1) * 100;
  const single = exact < 10 || (value < other && exact > 90);
  const percent = single ? Math.round(exact) : Math.round(exact / 5) * 5;
  if (percent === 0) return { kind: "same" };
  return { kind: value > other ? "more" : "less", percent };
}

function twoFigures(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
}

/**
 * How the two honeys of a study compare; null where they cannot be: where nothing was measured, or
 * not the same stages.
 */
export function comparisonIn(footprint: Footprint): Difference | null {
  const ours = totalOf(footprint, "grams_per_kg");
  const other = totalOf(footprint, "comparison_grams_per_kg");
  if (ours === null || other === null || !coversSameStages(footprint)) return null;
  return differenceOf(ours, other);
}
