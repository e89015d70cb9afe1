import { Trans } from "@lingui/react/macro";
import { type ChangeEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button";
import fieldStyles from "#features/letter/form/letter-field.module.css";
import styles from "./photo-field.module.css";
import { isPhoto, isTooLarge } from "./photo-problem";

interface Props {
  id: string;
  /** The photo that goes with the letter. */
  photo: Blob | null;
  onChange: (photo: Blob | null) => void;
}

/** A file field for one photo. Without the script the letter goes first, and its page takes one. */
export function PhotoField({ id, photo, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<"no-photo" | "too-large">();

  function leaveOut(why?: "no-photo" | "too-large") {
    if (input.current) input.current.value = "";
    setProblem(why);
    onChange(null);
  }

  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    if (!file) return leaveOut();
    if (!isPhoto(file)) return leaveOut("no-photo");
    setProblem(undefined);
    onChange(file);
    if (await isTooLarge(file)) leaveOut("too-large");
  }

  return (
    <div className={fieldStyles.field}>
      <label htmlFor={id}>
        <Trans>A photo (if you like)</Trans>
      </label>
      {problem && (
        <p id={`${id}-problem`} role="alert" className={fieldStyles.problem}>
          {problem === "too-large" ? (
            <Trans>This file is larger than 15 MB. Choose a smaller photo.</Trans>
          ) : (
            <Trans>This file is no photo. Choose a JPEG, PNG, WebP or HEIC file.</Trans>
          )}
        </p>
      )}
      <input
        ref={input}
        id={id}
        type="file"
        accept="image/*,.heic,.heif"
        className={`${fieldStyles.control} ${styles.file}`}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem ${id}-hint` : `${id}-hint`}
        onChange={(event) => void choose(event)}
      />
      {photo && (
        <p className={styles.chosen}>
          <Trans>One photo goes with your letter.</Trans>{" "}
          <Button
            look="quiet"
            onClick={() => {
              leaveOut();
              input.current?.focus();
            }}
          >
            <Trans>Leave it out</Trans>
          </Button>
        </p>
      )}
      <p id={`${id}-hint`} className={fieldStyles.hint}>
        <Trans>
          Our team looks at it first and passes it on with your letter. Where it was taken is
          removed from it.
        </Trans>
      </p>
      <noscript>
        <p className={fieldStyles.hint}>
          <Trans>Without JavaScript, add it on the page that opens when you have sent it.</Trans>
        </p>
      </noscript>
    </div>
  );
}
