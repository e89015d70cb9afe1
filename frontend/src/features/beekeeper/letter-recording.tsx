import { useLingui } from "@lingui/react/macro";
import { Recording } from "#components/recording/recording";
import type { Letter } from "./letter-sides";

interface Props {
  letter: Letter | null;
  className?: string | undefined;
}

/** A letter to be heard, where there is a recording of it. */
export function LetterRecording({ letter, className }: Props) {
  const { t } = useLingui();
  if (!letter?.recording) return null;
  return (
    <div className={className}>
      <Recording recording={letter.recording} title={t`The letter, read aloud`} />
    </div>
  );
}
