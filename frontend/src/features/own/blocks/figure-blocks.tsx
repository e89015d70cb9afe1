import { Trans } from "@lingui/react/macro";
import type { OwnBlock } from "#api/types";
import { HowWeKnow } from "#components/proof/how-we-know";
import { formatDate, formatNumber } from "#locales/format";
import type { BlocksProps } from "./blocks";
import styles from "./blocks.module.css";

type Claim = NonNullable<OwnBlock["claim"]>;

/** Figures, each with its source and what proves it. */
export function FigureBlocks({ blocks }: BlocksProps) {
  return (
    <ul className={styles.figures}>
      {blocks.map(
        ({ claim }) =>
          claim && (
            <li key={claim.wording}>
              {claim.figure && <Figure figure={claim.figure} />}
              <p className={styles.wording} dir="auto">
                {claim.wording}
              </p>
              <p className={styles.small} dir="auto">
                {claim.scope}
              </p>
              <HowWeKnow
                evidence={claim.evidence}
                checkedBy={claim.verifier}
                validUntil={claim.valid_until}
                proves={claim.wording}
              />
            </li>
          ),
      )}
    </ul>
  );
}

function Figure({ figure }: { figure: NonNullable<Claim["figure"]> }) {
  const { number, unit, source } = figure;
  const day = formatDate(figure.day);
  return (
    <>
      <p className={styles.number}>
        <strong>{formatNumber(number, 2)}</strong> {unit}
      </p>
      <p className={styles.small}>
        <Trans>
          {day}. Source: {source}
        </Trans>
      </p>
    </>
  );
}
