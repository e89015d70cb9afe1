import { Trans } from "@lingui/react/macro";
import { type ComponentType, useEffect, useRef, useState } from "react";
import type { Recording as RecordingData } from "#api/types";
import type { PlayerProps } from "#components/recording/player/player";
import { nameOfLanguage } from "#components/ui/name-of-language";
import styles from "./recording.module.css";

interface Props {
  recording: RecordingData;
  /** What is heard. */
  title: string;
}

/**
 * A recording in the browser's own player, whose place ours takes once its script is here. Nothing
 * of the sound is fetched before it is played.
 */
export function Recording({ recording, title }: Props) {
  const { language, by_program, src, seconds } = recording;
  const audio = useRef<HTMLAudioElement>(null);
  const [Player, setPlayer] = useState<ComponentType<PlayerProps> | null>(null);
  useEffect(() => {
    import("#components/recording/player/player").then(
      (code) => setPlayer(() => code.Player),
      // The browser's own player is there.
      () => undefined,
    );
  }, []);
  return (
    <figure className={styles.recording}>
      <figcaption>
        <strong dir="auto">{title}</strong> · <bdi lang={language}>{nameOfLanguage(language)}</bdi>
        {by_program && (
          <>
            {" · "}
            <Trans>spoken by a speech program</Trans>
          </>
        )}
      </figcaption>
      {/* biome-ignore lint/a11y/useMediaCaption: what is said is written beside it */}
      <audio ref={audio} src={src} controls={!Player} preload="none" aria-label={title} />
      {Player && audio.current && <Player audio={audio.current} title={title} seconds={seconds} />}
    </figure>
  );
}
