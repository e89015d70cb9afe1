import { Trans } from "@lingui/react/macro";
import type { MouseEvent } from "react";
import styles from "./skip-link.module.css";

// Focuses main without changing the address: "#main" would be one more entry for Back to undo.
function skip(event: MouseEvent) {
  event.preventDefault();
  document.getElementById("main")?.focus();
}

/** Lets keyboard readers jump over the header; shows when it has the focus. */
export function SkipLink() {
  return (
    // biome-ignore lint/a11y/useValidAnchor: it is a link; the handler only spares the history.
    <a href="#main" className={styles.link} onClick={skip}>
      <Trans>Skip to the story</Trans>
    </a>
  );
}
