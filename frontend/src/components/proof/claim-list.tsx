import { Trans } from "@lingui/react/macro";
import { useId } from "react";
import type { Claim } from "#api/types";
import { Heading, useStill } from "#components/ui/still";
import styles from "./claim-list.module.css";
import { HowWeKnow } from "./how-we-know";

interface Props {
  claims: readonly Claim[];
  /** What the claims to be shown are about. */
  about: readonly Claim["about"][number][];
  /** Their kinds; left out: every kind. */
  kinds?: readonly Claim["kind"][];
  className?: string;
}

/**
 * The claims that a page makes, each with what proves it; nothing when it makes none. Those with
 * figures have a page of their own.
 */
export function ClaimList({ claims, about, kinds, className }: Props) {
  const title = useId();
  const still = useStill();
  const shown = claims.filter(
    (claim) =>
      !claim.payment &&
      !claim.figure &&
      claim.about.some((subject) => about.includes(subject)) &&
      (kinds === undefined || kinds.includes(claim.kind)),
  );
  if (shown.length === 0) return null;
  return (
    // Of several regions with one name a screen reader could not tell which is which.
    <section
      aria-labelledby={still ? undefined : title}
      className={`${styles.section} ${className ?? ""}`}
    >
      <Heading level={2} id={title} className={styles.title}>
        <Trans>What we can prove</Trans>
      </Heading>
      <ul className={styles.claims}>
        {shown.map((claim) => (
          <li key={claim.wording}>
            <p className={styles.wording}>{claim.wording}</p>
            <p className={styles.scope}>{claim.scope}</p>
            <HowWeKnow
              evidence={claim.evidence}
              checkedBy={claim.verifier}
              validUntil={claim.valid_until}
              proves={claim.wording}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
