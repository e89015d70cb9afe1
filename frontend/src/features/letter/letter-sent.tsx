import { Trans } from "@lingui/react/macro";
import { focusOnArrival } from "./focus-on-arrival";
import styles from "./letter-sent.module.css";

/** Stands in place of the form once the letter is on its way. */
export function LetterSent({ beekeeper }: { beekeeper: string }) {
  return (
    <section ref={focusOnArrival} tabIndex={-1} className={styles.sent}>
      <h2>
        <Trans>Asante sana, thank you</Trans>
      </h2>
      <p>
        <Trans>Your message is on its way to {beekeeper}.</Trans>
      </p>
    </section>
  );
}
