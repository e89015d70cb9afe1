import { Trans } from "@lingui/react/macro";
import { formatGrams } from "#locales/format";

/** "903 g", or "not measured"; an unknown amount is never shown as 0. */
export function Amount({ grams }: { grams: number | null }) {
  if (grams === null) return <Trans>not measured</Trans>;
  return formatGrams(grams);
}
