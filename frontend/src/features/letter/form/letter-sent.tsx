import { Trans } from "@lingui/react/macro";
import { Notice } from "#components/ui/notice";
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
        <Arrived beekeeper={beekeeper} {...outcome} />
      ) : (
        <Waits beekeeper={beekeeper} withoutPhoto={outcome.withoutPhoto} />
      )}
    </section>
  );
}

interface Arrival {
  beekeeper: string;
  path: string;
  /** Whether this device keeps the link; a browser may refuse to store anything. */
  isRemembered: boolean;
  /** Why the photo did not arrive with the letter. */
  photoProblem?: string;
}

function Arrived({ beekeeper, path, isRemembered, photoProblem }: Arrival) {
  return (
    <>
      <h2>
        <Trans>Asante sana, thank you</Trans>
      </h2>
      <p>
        <Trans>
          Your message is on its way to <bdi>{beekeeper}</bdi>.
        </Trans>
      </p>
      {photoProblem && (
        <Notice tone="alert" title={<Trans>Your photo did not arrive with it</Trans>}>
          <p>{photoProblem}</p>
          <p>
            <a href={`${path}#photo`}>
              <Trans>Add a photo on your private page</Trans>
            </a>
          </p>
        </Notice>
      )}
      <p>
        <Trans>The reply will appear on a private page of your own:</Trans>
      </p>
      <p className={styles.link}>
        <a href={path}>{window.location.origin + path}</a>
      </p>
      <p>
        {isRemembered ? (
          <Trans>
            This device remembers the link. Keep it somewhere else too, and to yourself: whoever has
            it can read your letters.
          </Trans>
        ) : (
          <Trans>
            This device does not remember the link. Copy it now to where you find it again, and keep
            it to yourself: whoever has it can read your letters.
          </Trans>
        )}
      </p>
    </>
  );
}

function Waits({ beekeeper, withoutPhoto }: { beekeeper: string; withoutPhoto: boolean }) {
  return (
    <>
      <h2>
        <Trans>Your message waits on this device</Trans>
      </h2>
      <p>
        <Trans>
          There is no connection just now. As soon as there is one, while this page is open or when
          you next open any page of ours, it will be sent to <bdi>{beekeeper}</bdi>. Until then you
          can take it back above.
        </Trans>
      </p>
      {withoutPhoto && (
        <p>
          <Trans>
            Your photo is too large to wait here. When the letter has been sent, you can add the
            photo on your private page.
          </Trans>
        </p>
      )}
    </>
  );
}
