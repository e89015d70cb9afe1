import { Trans } from "@lingui/react/macro";
import type { Outcome } from "#features/letter/outbox/letter-queue";
import { focusOnArrival } from "./focus-on-arrival";
import styles from "./letter-sent.module.css";

interface Props {
  beekeeper: string;
  outcome: Outcome;
}

/** Replaces the form once the letter has been sent, or waits on this device for a connection. */
export function LetterSent({ beekeeper, outcome }: Props) {
  return (
    <section ref={focusOnArrival} tabIndex={-1} className={styles.sent}>
      {outcome.state === "sent" ? (
        <Arrived beekeeper={beekeeper} path={outcome.path} />
      ) : (
        <Waits beekeeper={beekeeper} />
      )}
    </section>
  );
}

function Arrived({ beekeeper, path }: { beekeeper: string; path: string }) {
  return (
    <>
      <h2>
        <Trans>Asante sana, thank you</Trans>
      </h2>
      <p>
        <Trans>Your message is on its way to {beekeeper}.</Trans>
      </p>
      <p>
        <Trans>The reply will appear on a private page of your own:</Trans>
      </p>
      <p className={styles.link}>
        <a href={path}>{window.location.origin + path}</a>
      </p>
      <p>
        <Trans>
          This device remembers the link. Keep it somewhere else too, and to yourself: whoever has
          it can read your letters.
        </Trans>
      </p>
    </>
  );
}

function Waits({ beekeeper }: { beekeeper: string }) {
  return (
    <>
      <h2>
        <Trans>Your message waits on this device</Trans>
      </h2>
      <p>
        <Trans>
          There is no connection just now. As soon as there is one, while this page is open or when
          you next open any page of ours, it will be sent to {beekeeper}. Until then you can take it
          back above.
        </Trans>
      </p>
    </>
  );
}
