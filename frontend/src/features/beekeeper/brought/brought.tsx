import { Trans } from "@lingui/react/macro";
import type { Claim, Story } from "#api/types";
import { PageHeading } from "#components/page/page-heading";
import { Figure, FigureSource } from "#components/proof/figure";
import { HowWeKnow } from "#components/proof/how-we-know";
import styles from "./brought.module.css";
import { PaymentWords } from "./payment-words";

/** The claims that have figures, what was paid before all else; each with what proves it. */
export function Brought({ story }: { story: Story }) {
  const { beekeeper, claims } = story;
  const others = claims.filter(({ payment, figure }) => figure && !payment);
  return (
    <div className={styles.brought}>
      <PageHeading>
        <Trans>
          What it brought <bdi>{beekeeper.name}</bdi>
        </Trans>
      </PageHeading>
      {claims.map(
        (claim) =>
          claim.payment && (
            <section key={claim.wording} className={styles.payment}>
              <PaymentWords payment={claim.payment} />
              <Words claim={claim} />
            </section>
          ),
      )}
      {others.length > 0 && (
        <ul className={styles.figures}>
          {others.map((claim) => (
            <li key={claim.wording} className={styles.figure}>
              {claim.figure && <Figure figure={claim.figure} className={styles.number} />}
              <Words claim={claim} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Words({ claim }: { claim: Claim }) {
  return (
    <>
      <p className={styles.wording}>{claim.wording}</p>
      <p className={styles.scope}>{claim.scope}</p>
      {claim.figure && <FigureSource figure={claim.figure} className={styles.source} />}
      <HowWeKnow
        evidence={claim.evidence}
        checkedBy={claim.verifier}
        validUntil={claim.valid_until}
        proves={claim.wording}
      />
    </>
  );
}
