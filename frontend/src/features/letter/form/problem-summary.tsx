import { Trans } from "@lingui/react/macro";
import { LETTER_FIELDS, type LetterField } from "#features/letter/letter";
import { focusOnArrival } from "./focus-on-arrival";
import styles from "./problem-summary.module.css";

interface Props {
  /** What the fields' own ids begin with. */
  id: string;
  texts: Partial<Record<LetterField, string>>;
}

/** What is still to be done, each leading to its field; takes the focus when it appears. */
export function ProblemSummary({ id, texts }: Props) {
  const fields = LETTER_FIELDS.filter((field) => texts[field]);
  if (fields.length === 0) return null;
  return (
    <section
      ref={focusOnArrival}
      tabIndex={-1}
      aria-labelledby={`${id}-problems`}
      className={styles.summary}
    >
      <h2 id={`${id}-problems`}>
        <Trans>Before it can be sent</Trans>
      </h2>
      <ul>
        {fields.map((field) => (
          <li key={field}>
            <button
              type="button"
              onClick={() => document.getElementById(`${id}-${field}`)?.focus()}
            >
              {texts[field]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
