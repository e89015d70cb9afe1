import type { Claim } from "#api/types";
import { NewTabLink } from "#components/ui/new-tab-link";
import styles from "./evidence-link.module.css";

/** Leads to a document that proves something. */
export function EvidenceLink({ evidence: { title, url } }: { evidence: Claim["evidence"] }) {
  return (
    <NewTabLink href={url} className={styles.link}>
      {title}
    </NewTabLink>
  );
}
