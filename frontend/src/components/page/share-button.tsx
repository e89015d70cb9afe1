import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { noteAct } from "#api/visit";
import styles from "./share-button.module.css";

type Outcome = "none" | "copied" | "refused";

async function share(title: string, path: string): Promise<Outcome> {
  const url = window.location.origin + path;
  if (navigator.share) {
    // Closing the share sheet rejects; that is the reader's choice, not a fault.
    await navigator.share({ title, url }).then(
      () => noteAct("shared"),
      () => undefined,
    );
    return "none";
  }
  return copy(url);
}

async function copy(url: string): Promise<Outcome> {
  try {
    await navigator.clipboard.writeText(url);
    noteAct("shared");
    return "copied";
  } catch {
    return "refused";
  }
}

interface Props {
  title: string;
  /** What is shared; this page, unless said otherwise. */
  path?: string;
}

/** Opens the device's share sheet; where there is none, copies the page's address. */
export function ShareButton({ title, path }: Props) {
  const { t } = useLingui();
  const [outcome, setOutcome] = useState<Outcome>("none");
  const messages: Record<Outcome, string> = {
    none: "",
    copied: t`Link copied`,
    refused: t`Copy the link from the address bar`,
  };
  return (
    <span className={styles.share}>
      <span role="status" className={styles.outcome}>
        {messages[outcome]}
      </span>
      <button
        type="button"
        className={styles.button}
        onClick={() => void share(title, path ?? window.location.pathname).then(setOutcome)}
      >
        <svg aria-hidden="true" viewBox="0 0 24 24" className={styles.icon}>
          <path d="M12 15V3m0 0L8 7m4-4 4 4M5 12v8h14v-8" />
        </svg>
        <Trans>Share</Trans>
      </button>
    </span>
  );
}
