import type { Story } from "#api/types";
import styles from "./infant-warning.module.css";

/** The warning that infants must not eat honey, in a frame that stands out. */
export function InfantWarning({ warning }: { warning: Story["honey"]["facts"][number] }) {
  return (
    <div role="note" className={styles.warning}>
      <svg aria-hidden="true" viewBox="0 0 24 24" className={styles.sign}>
        <circle cx="12" cy="12" r="10" />
        <path d="M12 7v6m0 3.5v.5" />
      </svg>
      <p>
        <strong>{warning.title}</strong>
        <br />
        {warning.text}
      </p>
    </div>
  );
}
