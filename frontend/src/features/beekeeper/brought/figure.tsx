import { Trans } from "@lingui/react/macro";
import type { Claim } from "#api/types";
import { formatDate, formatNumber } from "#locales/format";
import styles from "./brought.module.css";

interface Props {
  figure: NonNullable<Claim["figure"]>;
}

/** A number with its unit. */
export function Figure({ figure: { number, unit } }: Props) {
  return (
    <p className={styles.number}>
      <strong>{formatNumber(number, 2)}</strong> {unit}
    </p>
  );
}

/** On which day it was so, and who counted it. */
export function FigureSource({ figure }: Props) {
  const day = formatDate(figure.day);
  return (
    <p className={styles.source}>
      <Trans>
        {day}. Source: {figure.source}
      </Trans>
    </p>
  );
}
