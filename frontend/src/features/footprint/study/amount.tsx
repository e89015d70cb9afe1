import { Trans } from "@lingui/react/macro";
import { formatGrams } from "#locales/format";

/** "903 g", or that it was not measured; never 0 for what nobody knows. */
export function Amount({ grams }: { grams: number | null }) {
  if (grams === null) return <Trans>not measured</Trans>;
  return formatGrams(grams);
}
