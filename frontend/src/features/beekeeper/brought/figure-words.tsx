import { Trans } from "@lingui/react/macro";
import type { Claim } from "#api/types";
import { formatDate, formatNumber } from "#locales/format";
import styles from "./brought.module.css";

/** A number with its unit, its day and who counted it. */
export function FigureWords({ figure }: { figure: NonNullable<Claim["figure"]> }) {
  const { number, unit, source } = figure;
  const day = formatDate(figure.day);
  return (
    <>
      <p className={styles.number}>
        <strong>{formatNumber(number, 2)}</strong> {unit}
      </p>
      <p className={styles.source}>
        <Trans>
          {day}. Source: {source}
        </Trans>
      </p>
    </>
  );
}
