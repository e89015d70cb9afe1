import { t } from "@lingui/core/macro";
import type { Story } from "#api/types";

type Fact = Story["honey"]["facts"][number];

/**
 * Parts a honey's facts into the warning about infants and the rest. Every honey gets the
 * warning: in the manager's words where a fact is marked as such, else in ours.
 */
export function partInfantWarning(facts: readonly Fact[]): { warning: Fact; others: Fact[] } {
  const written = facts.find((fact) => fact.kind === "infants");
  return {
    warning: written ?? {
      kind: "infants",
      title: t`Not for infants`,
      text: t`Honey is not suitable for infants under 12 months of age.`,
    },
    others: facts.filter((fact) => fact !== written),
  };
}
