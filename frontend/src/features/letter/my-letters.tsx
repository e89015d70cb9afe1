import { Trans } from "@lingui/react/macro";
import { forgetSeenPages } from "#components/flow/seen-pages";
import { Button } from "#components/ui/button";
import {
  type KeptLetters,
  keep,
  useKeptLetters,
  type WaitingLetter,
} from "#features/letter/outbox/kept-letters";
import { forgetWaiting, sendWaiting } from "#features/letter/outbox/letter-queue";
import { formatDate } from "#locales/format";
import styles from "./my-letters.module.css";

interface Props {
  code: string;
  /** Gives a waiting letter back to the form. */
  onTakeBack: (waiting: WaitingLetter) => void;
}

/** What this device keeps of the letters written for a jar. */
export function MyLetters({ code, onTakeBack }: Props) {
  const kept = useKeptLetters();
  const waiting = kept.waiting.filter(({ letter }) => letter.code === code);
  const sent = kept.sent.filter((letter) => letter.code === code);
  if (waiting.length + sent.length === 0) return null;
  return (
    <section className={styles.letters}>
      <h2>
        <Trans>Your letters on this device</Trans>
      </h2>
      <ul>
        {waiting.map((one) => (
          <li key={one.letter.key}>
            <Waiting waiting={one} onTakeBack={onTakeBack} />
          </li>
        ))}
        {sent.map(({ path, beekeeper, sentAt, photoProblem }) => {
          const day = formatDate(new Date(sentAt).toISOString().slice(0, 10));
          return (
            <li key={path}>
              <a href={path}>
                <Trans>
                  To <bdi>{beekeeper}</bdi>, {day}
                </Trans>
              </a>
              {photoProblem && (
                <p role="status">
                  <Trans>Its photo did not arrive; you can add one there.</Trans> {photoProblem}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {sent.length > 0 && <ForgetLinks kept={kept} code={code} />}
    </section>
  );
}

function Waiting({
  waiting,
  onTakeBack,
}: {
  waiting: WaitingLetter;
  onTakeBack: Props["onTakeBack"];
}) {
  const { letter, beekeeper, refusal } = waiting;
  const takeBack = () => {
    forgetWaiting(letter.key);
    onTakeBack(waiting);
  };
  return (
    <>
      <p role="status">
        {refusal ?? (
          <Trans>
            To <bdi>{beekeeper}</bdi>: waits for a connection, then sends itself.
          </Trans>
        )}
      </p>
      <p className={styles.buttons}>
        <Button look="quiet" onClick={() => void sendWaiting()}>
          <Trans>Try now</Trans>
        </Button>
        <Button look="quiet" onClick={takeBack}>
          <Trans>Take it back</Trans>
        </Button>
      </p>
    </>
  );
}

function ForgetLinks({ kept, code }: { kept: KeptLetters; code: string }) {
  const others = kept.sent.filter((letter) => letter.code !== code);
  const forget = () => {
    keep({ sent: others });
    forgetSeenPages(code);
  };
  return (
    <p className={styles.forget}>
      <Trans>Not your own device?</Trans>{" "}
      <button type="button" onClick={forget}>
        <Trans>Forget these links here</Trans>
      </button>
    </p>
  );
}
