import { t } from "@lingui/core/macro";
import type { Story } from "#api/types";

type Fact = Story["honey"]["facts"][number];

function isInfantWarning({ title, text }: Fact): boolean {
  const words = `${title} ${text}`;
  return /infant|bab(y|ies)/i.test(words) && /\b(12|twelve)\b/i.test(words);
}

/**
 * Parts a honey's facts into the warning about infants and the rest. Every honey gets the
 * warning: in the manager's words where they wrote one, else in ours.
 */
export function partInfantWarning(facts: readonly Fact[]): { warning: Fact; others: Fact[] } {
  const written = facts.find(isInfantWarning);
  return {
    warning: written ?? {
      title: t`Not for infants`,
      text: t`Honey is not suitable for infants under 12 months of age.`,
    },
    others: facts.filter((fact) => fact !== written),
  };
}
