import { useLingui } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { Spare } from "#components/loading/spare";
import styles from "./forest-map.module.css";
import { MapCaption } from "./map-caption";
import paints from "./map-paints.module.css";
import { MapSteps } from "./map-steps";
import { StillMap } from "./still-map";
import { useMap } from "./use-map";

const HELP = "map-help";

/** The map with its controls; a still picture until it has come, or if it does not. */
export function ForestMap({ forest }: { forest: Story["forest"] }) {
  return (
    <Spare instead={<FailedMap forest={forest} />}>
      <LivingMap forest={forest} />
    </Spare>
  );
}

/** The still picture alone. */
function FailedMap({ forest }: { forest: Story["forest"] }) {
  const { t } = useLingui();
  const name = t`Map: where ${forest.title} lies`;
  return (
    <figure className={`${styles.figure} ${paints.paints}`}>
      <div className={styles.plate}>
        <div className={styles.frame} role="img" aria-label={name}>
          <StillMap forest={forest} className={styles.still} />
        </div>
      </div>
      <MapCaption forest={forest} helpId={HELP} isStill />
    </figure>
  );
}

function LivingMap({ forest }: { forest: Story["forest"] }) {
  const { t } = useLingui();
  const { frame, state, step, goTo, zoom, onKeyDown } = useMap(forest);
  const name = t`Map: where ${forest.title} lies`;
  const isOpen = state === "open";
  if (state === "failed") return <FailedMap forest={forest} />;
  return (
    <figure className={`${styles.figure} ${paints.paints}`}>
      <div className={styles.plate}>
        <div
          ref={frame}
          className={styles.frame}
          data-no-swipe
          data-open={isOpen || undefined}
          role="application"
          aria-label={name}
          aria-describedby={HELP}
          tabIndex={isOpen ? 0 : undefined}
          onKeyDown={onKeyDown}
        >
          <StillMap forest={forest} className={styles.still} />
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
      <MapSteps forest={forest} step={step} ready={isOpen} onGo={goTo} />
      <MapCaption forest={forest} helpId={HELP} isStill={false} />
    </figure>
  );
}
