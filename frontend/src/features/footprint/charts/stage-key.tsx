import styles from "./stage-key.module.css";
import tones from "./tones.module.css";

const TONES = 4;

const TEXTURES = ["plain", "stripes", "dots"] as const;

/** The look of a stage counted from 0: twelve differ in tone or texture, neighbours in tone. */
export function lookOf(stage: number) {
  return {
    "data-tone": stage % TONES,
    "data-texture": TEXTURES[Math.floor(stage / TONES) % TEXTURES.length] ?? "plain",
  };
}

/** A stage's colour in the chart, as a key beside its name. */
export function StageKey({ stage, measured }: { stage: number; measured: boolean }) {
  return (
    <span
      aria-hidden="true"
      {...(measured ? lookOf(stage) : { "data-tone": "none" })}
      className={`${tones.tone} ${styles.key}`}
    />
  );
}
