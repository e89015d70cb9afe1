import { Trans } from "@lingui/react/macro";
import type { Picture } from "#api/types";
import { formatMonthOfYear } from "#locales/format";

/** By whom a picture is, and of which month. */
export function Credit({ picture: { credit, is_photo, taken_on } }: { picture: Picture }) {
  const who = <bdi>{credit}</bdi>;
  const month = taken_on && formatMonthOfYear(taken_on);
  if (is_photo) {
    return month ? (
      <Trans>
        Photo: {who}, {month}
      </Trans>
    ) : (
      <Trans>Photo: {who}</Trans>
    );
  }
  return month ? (
    <Trans>
      Picture: {who}, {month}
    </Trans>
  ) : (
    <Trans>Picture: {who}</Trans>
  );
}
