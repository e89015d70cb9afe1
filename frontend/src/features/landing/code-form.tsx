import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { findCodeProblem } from "#api/code";
import { fetchStory } from "#api/story";
import { noteTyped } from "#api/visit";
import { Button } from "#components/ui/button";
import { pagePath } from "#paths";
import styles from "./code-form.module.css";
import { CodeTrouble, type Trouble } from "./code-trouble";
import { useSlow } from "./use-slow";

/**
 * Asks for a jar's code and opens its story. Until the script has arrived it is a plain form that
 * the server answers.
 */
export function CodeForm({ initialCode = "" }: { initialCode?: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const slow = useSlow(busy);

  async function open(code: string) {
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    try {
      const story = await fetchStory(code);
      noteTyped(story.code);
      await navigate(pagePath(story.code, "menu"));
    } catch (error) {
      setTrouble({ kind: "request", error });
    } finally {
      setBusy(false);
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const typed = field.current?.value ?? "";
    const problem = findCodeProblem(typed);
    if (!problem) return void open(typed);
    setTrouble({ kind: "code", problem });
    field.current?.focus();
  }

  return (
    <form action="/trace" method="get" onSubmit={submit} className={styles.form} noValidate>
      <label htmlFor={`${id}-code`} className={styles.label}>
        <Trans>The code on your jar</Trans>
      </label>
      <div className={styles.row}>
        <input
          ref={field}
          id={`${id}-code`}
          name="code"
          className={styles.field}
          // The browser keeps what stands in it, which may be older than this script.
          defaultValue={initialCode}
          aria-describedby={`${id}-hint ${id}-trouble`}
          aria-invalid={trouble !== null}
          autoCapitalize="characters"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          required
        />
        <Button type="submit" className={styles.submit} aria-disabled={busy}>
          {slow ? t`Looking…` : t`Meet your beekeeper`}
        </Button>
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        <Trans>
          It is printed under the QR code. Capitals, spaces and dashes make no difference.
        </Trans>
      </p>
      <div id={`${id}-trouble`} role="alert" className={styles.trouble}>
        {trouble && <CodeTrouble trouble={trouble} onOpen={(code) => void open(code)} />}
      </div>
    </form>
  );
}
