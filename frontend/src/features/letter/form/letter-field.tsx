import type { ChangeEvent, ReactNode } from "react";
import styles from "./letter-field.module.css";

interface Props {
  id: string;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with it, in words. */
  problem?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  /** Tall, for running text. */
  long?: boolean;
  type?: "text" | "email";
  autoComplete?: string;
  required?: boolean;
}

/** A labelled field with its hint and, beside it, what is wrong. */
export function LetterField(props: Props) {
  const { id, label, hint, problem, value, onChange, long, type = "text", ...rest } = props;
  const describedBy = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(" ");
  const field = {
    id,
    value,
    className: styles.control,
    "aria-invalid": problem !== undefined,
    "aria-describedby": describedBy || undefined,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange(event.target.value),
    // What is written decides which way it goes.
    dir: type === "email" ? undefined : "auto",
    ...rest,
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
      {long ? <textarea rows={7} {...field} /> : <input type={type} {...field} />}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
