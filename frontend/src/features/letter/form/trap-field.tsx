import { Trans } from "@lingui/react/macro";
import styles from "./trap-field.module.css";

/** The name under which a form finds the trap. */
export const TRAP = "website";

/** A field that people cannot see or reach, so that only a program fills it in. */
export function TrapField() {
  return (
    <div className={styles.trap} aria-hidden="true">
      <label>
        <Trans>Leave this empty</Trans>
        <input type="text" name={TRAP} tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}
