import { Trans } from "@lingui/react/macro";
import { ApiError } from "#api/client";
import type { CodeProblem } from "#api/code";
import { describeError } from "#api/describe-error";
import { unknownCodeIn } from "#api/story";
import { Button } from "#components/ui/button";
import { DEFAULT_CODE } from "#paths";
import styles from "./code-trouble.module.css";

export type Trouble = { kind: "code"; problem: CodeProblem } | { kind: "request"; error: unknown };

interface Props {
  trouble: Trouble;
  /** Opens the story of another code. */
  onOpen: (code: string) => void;
}

/** Says beside the field why no story opened, and offers what can be done. */
export function CodeTrouble({ trouble, onOpen }: Props) {
  if (trouble.kind === "code") return <CodeAdvice problem={trouble.problem} />;
  const unknown = unknownCodeIn(trouble.error);
  if (!unknown) return <p className={styles.sentence}>{describeError(trouble.error)}</p>;
  const detail = trouble.error instanceof ApiError ? trouble.error.detail : "";
  return (
    <>
      <p className={styles.sentence}>{detail || <Trans>We know no jar with this code.</Trans>}</p>
      <Suggestions codes={unknown.suggestions} onOpen={onOpen} />
    </>
  );
}

function CodeAdvice({ problem }: { problem: CodeProblem }) {
  return (
    <p className={styles.sentence}>
      {problem === "empty" && <Trans>Please type the code that is printed on your jar.</Trans>}
      {problem === "too-long" && (
        <Trans>That is too long: a code has at most 15 letters and digits.</Trans>
      )}
      {problem === "wrong-character" && (
        <Trans>A code has only the letters A to Z and digits. Please check what you typed.</Trans>
      )}
    </p>
  );
}

/** Codes that were perhaps meant, and the one that everybody may open. */
function Suggestions({ codes, onOpen }: { codes: string[]; onOpen: (code: string) => void }) {
  return (
    <ul className={styles.suggestions}>
      {codes.map((code) => (
        <li key={code}>
          <Button look="quiet" onClick={() => onOpen(code)}>
            <Trans>Did you mean {code}?</Trans>
          </Button>
        </li>
      ))}
      {!codes.includes(DEFAULT_CODE) && (
        <li>
          <Button look="quiet" onClick={() => onOpen(DEFAULT_CODE)}>
            <Trans>Meet {DEFAULT_CODE} instead</Trans>
          </Button>
        </li>
      )}
    </ul>
  );
}
