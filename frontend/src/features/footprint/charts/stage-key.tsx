import styles from "./stage-key.module.css";
import tones from "./tones.module.css";

const TONES = 4;

/** The tone of a stage counted from 0; neighbours always differ. */
export function toneOf(stage: number): number {
  return stage % TONES;
}

/** A stage's colour in the chart, as a key beside its name. */
export function StageKey({ stage, measured }: { stage: number; measured: boolean }) {
  return (
    <span
      aria-hidden="true"
      data-tone={measured ? toneOf(stage) : "none"}
      className={`${tones.tone} ${styles.key}`}
    />
  );
}
