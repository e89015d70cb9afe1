import { Trans } from "@lingui/react/macro";
import styles from "./co2e-note.module.css";

/** What the unit counts, and what a missing figure means. */
export function Co2eNote() {
  return (
    <p className={styles.note}>
      <Trans>
        CO₂e counts carbon dioxide and the other gases that warm the climate, by their effect. Where
        it says “not measured”, nobody knows the figure: it is not zero.
      </Trans>
    </p>
  );
}
