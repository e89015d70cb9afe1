import { useLingui } from "@lingui/react/macro";
import { formatGrams } from "#locales/format";
import { coversSameStages, differenceOf, type Footprint, totalOf } from "./footprint";

interface Props {
  footprint: Footprint;
  /** "per kg", "per jar". */
  per: string;
  /** Turns grams per kg into the grams to show. */
  convert: (gramsPerKg: number) => number;
}

/** "A domestic honey" within a sentence. */
function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The result in one sentence, the unfavourable one as plainly as any other. */
export function PlainSentence({ footprint, per, convert }: Props) {
  const { t } = useLingui();
  const ours = totalOf(footprint, "grams_per_kg");
  const other = totalOf(footprint, "comparison_grams_per_kg");
  const subject = inSentence(footprint.subject);
  const comparison = inSentence(footprint.comparison);
  if (ours === null) return t`No stage of ${subject} has been measured yet.`;

  const amount = t`${formatGrams(convert(ours))} CO₂e ${per}`;
  const alone = t`The measured stages of ${subject} come to ${amount}.`;
  if (other === null) return alone;
  const otherAmount = formatGrams(convert(other));
  if (!coversSameStages(footprint)) {
    return t`${alone} Those of ${comparison} come to ${otherAmount}, but the two sums do not cover the same stages and cannot be compared.`;
  }
  if (other === 0) return t`${alone} Those of ${comparison} come to ${otherAmount}.`;
  const { kind, percent } = differenceOf(ours, other);
  return {
    more: t`${alone} That is about ${percent} % more than for ${comparison} (${otherAmount}).`,
    less: t`${alone} That is about ${percent} % less than for ${comparison} (${otherAmount}).`,
    same: t`${alone} That is about as much as for ${comparison} (${otherAmount}).`,
  }[kind];
}
