import { Trans } from "@lingui/react/macro";
import styles from "./source-line.module.css";

/** Where a figure comes from; it says so when nobody wrote it down. */
export function SourceLine({ source }: { source: string }) {
  return (
    <p className={styles.source}>
      {source ? <Trans>Source: {source}</Trans> : <Trans>Source not recorded</Trans>}
    </p>
  );
}
