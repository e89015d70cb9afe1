import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Spare } from "#components/loading/spare";
import paints from "#features/forest/map/map-paints.module.css";
import type { Shown } from "#features/forest/map/painting/frame";
import styles from "./live-map.module.css";
import { MapCaption } from "./map-caption";
import { MapSteps } from "./map-steps";
import { useMap } from "./use-map";

const HELP = "map-help";

interface Props extends Shown {
  /** What the map shows, for those who cannot see it. */
  name: string;
  /** A still picture, an `svg`, until the map has come, or if it does not. */
  still: ReactNode;
  /** How exact it is. */
  note: ReactNode;
}

/** A map with its controls; a still picture until it has come, or if it does not. */
export function LiveMap(props: Props) {
  return (
    <Spare instead={<FailedMap {...props} />}>
      <MovingMap {...props} />
    </Spare>
  );
}

/** The still picture alone. */
function FailedMap({ name, still, note }: Props) {
  return (
    <figure className={`${styles.figure} ${paints.paints}`}>
      <div className={styles.plate}>
        <div className={styles.frame} role="img" aria-label={name}>
          {still}
        </div>
      </div>
      <MapCaption note={note} helpId={HELP} isStill />
    </figure>
  );
}

function MovingMap(props: Props) {
  const { t } = useLingui();
  const { frame, state, step, goTo, zoom, onKeyDown } = useMap(props.forest, props.way);
  const isOpen = state === "open";
  if (state === "failed") return <FailedMap {...props} />;
  return (
    <figure className={`${styles.figure} ${paints.paints}`}>
      <div className={styles.plate}>
        <div
          ref={frame}
          className={styles.frame}
          data-no-swipe
          data-open={isOpen || undefined}
          role="application"
          aria-label={props.name}
          aria-describedby={HELP}
          tabIndex={isOpen ? 0 : undefined}
          onKeyDown={onKeyDown}
        >
          {props.still}
        </div>
        {isOpen && (
          <div className={styles.zoom}>
            <button type="button" aria-label={t`Zoom in`} onClick={() => zoom(1)}>
              +
            </button>
            <button type="button" aria-label={t`Zoom out`} onClick={() => zoom(-1)}>
              −
            </button>
          </div>
        )}
      </div>
      <MapSteps shown={props} step={step} ready={isOpen} onGo={goTo} />
      <MapCaption note={props.note} helpId={HELP} isStill={false} />
    </figure>
  );
}
