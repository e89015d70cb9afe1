import { useLingui } from "@lingui/react/macro";
import { formatGrams, formatNumber } from "#locales/format";
import { withinSentence } from "#locales/within-sentence";
import { comparisonIn, coversSameStages, type Footprint, totalOf } from "./footprint";

interface Props {
  footprint: Footprint;
  /** "per kg", "per jar". */
  per: string;
  /** Turns grams per kg into the grams to show. */
  convert: (gramsPerKg: number) => number;
}

/** The result in one sentence, the unfavourable one as plainly as any other. */
export function PlainSentence({ footprint, per, convert }: Props) {
  const { t } = useLingui();
  const ours = totalOf(footprint, "grams_per_kg");
  const other = totalOf(footprint, "comparison_grams_per_kg");
  const subject = withinSentence(footprint.subject);
  const comparison = withinSentence(footprint.comparison);
  if (ours === null) return t`No stage of ${subject} has been measured yet.`;

  const amount = t`${formatGrams(convert(ours))} CO₂e ${per}`;
  const alone = t`The measured stages of ${subject} come to ${amount}.`;
  if (other === null) return alone;
  const otherAmount = formatGrams(convert(other));
  if (!coversSameStages(footprint)) {
    return t`${alone} Those of ${comparison} come to ${otherAmount}, but the two sums do not cover the same stages and cannot be compared.`;
  }
  const found = comparisonIn(footprint);
  switch (found?.kind) {
    case "more":
      return t`${alone} That is about ${found.percent} % more than for ${comparison} (${otherAmount}).`;
    case "less":
      return t`${alone} That is about ${found.percent} % less than for ${comparison} (${otherAmount}).`;
    case "same":
      return t`${alone} That is about as much as for ${comparison} (${otherAmount}).`;
    case "trace":
      return t`${alone} That is less than 1 % of what it is for ${comparison} (${otherAmount}).`;
    case "times": {
      const times = formatNumber(found.times);
      return t`${alone} That is about ${times} times as much as for ${comparison} (${otherAmount}).`;
    }
    default:
      return t`${alone} Those of ${comparison} come to ${otherAmount}.`;
  }
}
