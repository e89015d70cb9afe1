import { Trans } from "@lingui/react/macro";
import type { Claim } from "#api/types";
import { VisuallyHidden } from "#components/ui/visually-hidden";
import styles from "./evidence-link.module.css";

/** Leads to a document that proves something, in a new tab. */
export function EvidenceLink({ evidence: { title, url } }: { evidence: Claim["evidence"] }) {
  return (
    <a href={url} target="_blank" rel="noopener" className={styles.link}>
      {title}
      <VisuallyHidden>
        {" "}
        <Trans>(opens in a new tab)</Trans>
      </VisuallyHidden>
    </a>
  );
}
