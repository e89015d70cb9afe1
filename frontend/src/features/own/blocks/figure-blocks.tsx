import { Figure, FigureSource } from "#components/proof/figure";
import { HowWeKnow } from "#components/proof/how-we-know";
import type { BlocksProps } from "./blocks";
import styles from "./blocks.module.css";

/** Figures, each with its source and what proves it. */
export function FigureBlocks({ blocks }: BlocksProps) {
  return (
    <ul className={styles.figures}>
      {blocks.map(
        ({ claim }) =>
          claim && (
            <li key={claim.wording}>
              {claim.figure && (
                <>
                  <Figure figure={claim.figure} className={styles.number} />
                  <FigureSource figure={claim.figure} className={styles.small} />
                </>
              )}
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
