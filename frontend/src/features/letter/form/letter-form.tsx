import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useRef, useState } from "react";
import { fieldProblemsIn } from "#api/letters";
import { noteAct } from "#api/visit";
import { Button } from "#components/ui/button";
import {
  EMPTY_LETTER,
  findProblems,
  LETTER_FIELDS,
  type LetterField,
  type Problems,
  trimLetter,
} from "#features/letter/letter";
import type { Outcome } from "#features/letter/outbox/letter-queue";
import { PhotoField } from "#features/letter/photo/photo-field";
import { CONSENT_VERSION, type Send } from "#features/letter/use-send";
import { plainLetterPath } from "#paths";
import { LetterFields } from "./letter-fields";
import styles from "./letter-form.module.css";
import { LetterSent } from "./letter-sent";
import { ProblemSummary } from "./problem-summary";
import { SendFailure } from "./send-failure";
import { TRAP, TrapField } from "./trap-field";
import { useDraft } from "./use-draft";
import { useProblemTexts } from "./use-problem-texts";

interface Props {
  code: string;
  beekeeper: string;
  /** One that was in a letter that its writer took back. */
  photo?: Blob | null;
  /** Sends the letter or keeps it for later, or rejects. */
  onSend: Send;
}

type Sending =
  | { state: "idle" | "busy" }
  | { state: "done"; outcome: Outcome }
  | { state: "failed"; error: unknown };

/** Writes a letter to a beekeeper; the words are kept until they have been sent. */
export function LetterForm({ code, beekeeper, photo: formerPhoto = null, onSend }: Props) {
  const id = useId();
  const { t } = useLingui();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useDraft(code, form);
  const [photo, setPhoto] = useState(formerPhoto);
  const [problems, setProblems] = useState<Problems>({});
  const [refused, setRefused] = useState<Partial<Record<LetterField, string>>>({});
  const [attempts, setAttempts] = useState(0);
  const [sending, setSending] = useState<Sending>({ state: "idle" });
  const texts = { ...refused, ...useProblemTexts(problems) };
  const isTold = LETTER_FIELDS.some((field) => texts[field]);
  const consent = t`When you send this, you agree that our team reads your message, translates it and passes it on to ${beekeeper}, with your photo if you add one. We keep it for your correspondence alone, and delete it some time after the last message, or at once when you say so on your private page. Your email address is used for the reply alone, and stays with our team.`;

  function change(field: LetterField, value: string) {
    noteAct("letter-opened");
    setDraft({ ...draft, [field]: value });
    setProblems({ ...problems, [field]: undefined });
    setRefused({ ...refused, [field]: undefined });
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (sending.state === "busy") return;
    const trap = String(new FormData(event.currentTarget).get(TRAP) ?? "");
    const found = findProblems(draft);
    setProblems(found);
    setAttempts((count) => count + 1);
    if (Object.keys(found).length > 0) return;
    setSending({ state: "busy" });
    try {
      const outcome = await onSend(trimLetter(draft), { consent, trap, photo });
      noteAct("letter-written");
      setDraft(EMPTY_LETTER);
      setSending({ state: "done", outcome });
    } catch (error) {
      setRefused(fieldProblemsIn(error));
      setAttempts((count) => count + 1);
      setSending({ state: "failed", error });
    }
  }

  if (sending.state === "done") {
    return <LetterSent beekeeper={beekeeper} outcome={sending.outcome} />;
  }
  return (
    // Until the script has come, or without it, the server takes the letter.
    <form
      ref={form}
      action={plainLetterPath(code)}
      method="post"
      onSubmit={(event) => void submit(event)}
      className={styles.form}
      noValidate
    >
      <ProblemSummary key={attempts} id={id} texts={texts} />
      <LetterFields id={id} beekeeper={beekeeper} letter={draft} texts={texts} onChange={change} />
      <PhotoField id={`${id}-photo`} photo={photo} onChange={setPhoto} />
      <TrapField />
      <p className={styles.consent}>{consent}</p>
      <input type="hidden" name="consent_version" value={CONSENT_VERSION} />
      <input type="hidden" name="consent_text" value={consent} />
      {sending.state === "failed" && !isTold && <SendFailure error={sending.error} />}
      <Button type="submit" aria-disabled={sending.state === "busy"}>
        {sending.state === "busy" ? (
          <Trans>Sending…</Trans>
        ) : (
          <Trans>
            Send it to <bdi>{beekeeper}</bdi>
          </Trans>
        )}
      </Button>
    </form>
  );
}
