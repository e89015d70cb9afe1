import { Trans, useLingui } from "@lingui/react/macro";
import { VisuallyHidden } from "#components/ui/visually-hidden";
import styles from "./player.module.css";
import { usePlayback } from "./use-playback";

export interface PlayerProps {
  audio: HTMLAudioElement;
  title: string;
  /** How long it is. */
  seconds: number;
}

const SPEEDS = [0.75, 1, 1.25, 1.5];

/** Plays, moves about in and slows down a recording. */
export function Player({ audio, title, seconds }: PlayerProps) {
  const { t, i18n } = useLingui();
  const { playing, at, failed, toggle, moveTo } = usePlayback(audio);
  const now = clock(Math.min(at, seconds));
  const whole = clock(seconds);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" aria-label={title} className={styles.player}>
      <button
        type="button"
        onClick={toggle}
        aria-label={playing ? t`Pause` : t`Play`}
        className={styles.play}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d={playing ? "M7 5h4v14H7zM13 5h4v14h-4z" : "M8 4.5v15L20 12z"} />
        </svg>
      </button>
      <input
        type="range"
        min={0}
        max={seconds}
        value={Math.min(at, seconds)}
        onChange={(event) => moveTo(event.target.valueAsNumber)}
        aria-label={t`Position`}
        aria-valuetext={t`${now} of ${whole}`}
        className={styles.position}
      />
      <span aria-hidden="true" className={styles.time}>
        {now} / {whole}
      </span>
      <label className={styles.speed}>
        <VisuallyHidden>
          <Trans>Speed</Trans>
        </VisuallyHidden>
        <select
          defaultValue={audio.playbackRate}
          onChange={(event) => {
            audio.playbackRate = Number(event.target.value);
          }}
        >
          {SPEEDS.map((speed) => (
            <option key={speed} value={speed}>
              {i18n.number(speed)}×
            </option>
          ))}
        </select>
      </label>
      {failed && (
        <p role="alert" className={styles.failed}>
          <Trans>The recording did not arrive. Check your connection, and press Play again.</Trans>
        </p>
      )}
    </div>
  );
}

/** "1:02" for 62 seconds. */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
