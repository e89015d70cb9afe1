import { Trans } from "@lingui/react/macro";
import type { Claim } from "#api/types";
import { formatDate, formatNumber } from "#locales/format";

interface Props {
  figure: NonNullable<Claim["figure"]>;
  className?: string | undefined;
}

/** A number with its unit. */
export function Figure({ figure: { number, unit }, className }: Props) {
  return (
    <p className={className}>
      <strong>{formatNumber(number, 2)}</strong> {unit}
    </p>
  );
}

/** On which day it was so, and who counted it. */
export function FigureSource({ figure, className }: Props) {
  const day = formatDate(figure.day);
  return (
    <p className={className}>
      <Trans>
        {day}. Source: {figure.source}
      </Trans>
    </p>
  );
}
