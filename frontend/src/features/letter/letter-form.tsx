import { Trans } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { Button } from "../../components/button";
import {
  EMPTY_LETTER,
  findProblems,
  type Letter,
  type LetterField,
  type Problems,
  trimLetter,
} from "./letter";
import { LetterFields } from "./letter-fields";
import styles from "./letter-form.module.css";
import { LetterSent } from "./letter-sent";
import { ProblemSummary } from "./problem-summary";
import { SendFailure } from "./send-failure";
import { useDraft } from "./use-draft";
import { useProblemTexts } from "./use-problem-texts";

interface Props {
  code: string;
  beekeeper: string;
  /** Sends the letter, or rejects. Without it sending is closed: one can write, not send. */
  onSend?: ((letter: Letter) => Promise<void>) | undefined;
}

type Sending = { state: "idle" | "busy" | "done" } | { state: "failed"; error: unknown };

/** Writes a letter to a beekeeper; the words are kept until they have been sent. */
export function LetterForm({ code, beekeeper, onSend }: Props) {
  const id = useId();
  const [draft, setDraft] = useDraft(code);
  const [problems, setProblems] = useState<Problems>({});
  const [attempts, setAttempts] = useState(0);
  const [sending, setSending] = useState<Sending>({ state: "idle" });
  const texts = useProblemTexts(problems);

  function change(field: LetterField, value: string) {
    setDraft({ ...draft, [field]: value });
    setProblems({ ...problems, [field]: undefined });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!onSend || sending.state === "busy") return;
    const found = findProblems(draft);
    setProblems(found);
    setAttempts(attempts + 1);
    if (Object.keys(found).length > 0) return;
    setSending({ state: "busy" });
    try {
      await onSend(trimLetter(draft));
      setDraft(EMPTY_LETTER);
      setSending({ state: "done" });
    } catch (error) {
      setSending({ state: "failed", error });
    }
  }

  if (sending.state === "done") return <LetterSent beekeeper={beekeeper} />;
  return (
    <form onSubmit={(event) => void submit(event)} className={styles.form} noValidate>
      <ProblemSummary key={attempts} id={id} texts={texts} />
      <LetterFields id={id} beekeeper={beekeeper} letter={draft} texts={texts} onChange={change} />
      <p className={styles.consent}>
        <Trans>
          When you send this, you agree that our team reads your message, translates it, passes it
          on to {beekeeper} and keeps it for as long as the two of you write. Your email address is
          used for the reply alone; {beekeeper} does not see it.
        </Trans>
      </p>
      {sending.state === "failed" && <SendFailure error={sending.error} />}
      {onSend ? (
        <Button type="submit" aria-disabled={sending.state === "busy"}>
          {sending.state === "busy" ? (
            <Trans>Sending…</Trans>
          ) : (
            <Trans>Send it to {beekeeper}</Trans>
          )}
        </Button>
      ) : (
        <p className={styles.closed}>
          <Trans>The button to send it will stand here as soon as sending is open.</Trans>
        </p>
      )}
    </form>
  );
}
