import { Trans, useLingui } from "@lingui/react/macro";
import type { Claim } from "#api/types";
import { Disclosure } from "#components/ui/disclosure";
import { FactList } from "#components/ui/fact-list";
import { VisuallyHidden } from "#components/ui/visually-hidden";
import { formatDate } from "#locales/format";
import { EvidenceLink } from "./evidence-link";
import styles from "./how-we-know.module.css";

interface Props {
  evidence: Claim["evidence"];
  /** Who has checked it, or null when nobody independent has. */
  checkedBy: string | null;
  /** The last day, or null when there is no end. */
  validUntil: string | null;
  /** What it proves; part of the link's name, for screen readers that list links alone. */
  proves: string;
}

/** What proves a claim: the evidence itself, who has checked it, and how long it holds. */
export function HowWeKnow({ evidence, checkedBy, validUntil, proves }: Props) {
  const { t } = useLingui();
  const facts = [
    { term: t`Evidence`, detail: <EvidenceLink evidence={evidence} /> },
    { term: t`Checked by`, detail: checkedBy ?? t`Ourselves; nobody independent yet` },
    ...(validUntil === null ? [] : [{ term: t`Valid until`, detail: formatDate(validUntil) }]),
  ];
  return (
    <Disclosure
      summary={
        <>
          <Trans>How we know</Trans>
          <VisuallyHidden>: {proves}</VisuallyHidden>
        </>
      }
    >
      <FactList facts={facts} className={styles.facts} />
    </Disclosure>
  );
}
