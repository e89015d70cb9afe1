import { Trans, useLingui } from "@lingui/react/macro";
import type { Story } from "#api/types";
import paints from "#features/forest/map/map-paints.module.css";
import { isInTanzania } from "#features/forest/map/steps";
import { WayNote } from "#features/forest/map/way-note";
import type { Around } from "#features/forest/place/around";
import { extentOf } from "#features/forest/place/shapes";
import type { Stop } from "#features/forest/way/stops";
import { CloseUp } from "./close-up";
import { StillAround } from "./still-around";
import { StillMap } from "./still-map";
import styles from "./still-maps.module.css";
import { StillWay } from "./still-way";

/** In kilometres: the outline of a smaller forest is too small on the map of what lies around it. */
const LARGE = 20;

interface Props {
  forest: Story["forest"];
  /** What lies around it, if that is known. */
  around: Around | null;
}

/** The forest in its country, in what lies around it and near by, where no script can move a map. */
export function StillMaps({ forest, around }: Props) {
  const { t } = useLingui();
  const { boundary } = forest;
  const extent = boundary && extentOf(boundary);
  const isLarge = extent && Math.max(extent.across, extent.along) > LARGE;
  return (
    <figure className={`${styles.figure} ${paints.paints}`}>
      {isInTanzania(forest) && (
        <div className={styles.plate} role="img" aria-label={t`Map: where ${forest.title} lies`}>
          <StillMap forest={forest} className={styles.country} />
        </div>
      )}
      {around && (
        <div className={styles.plate}>
          <StillAround forest={forest} around={around} />
        </div>
      )}
      {boundary && !(around && isLarge) && (
        <div className={styles.plate}>
          <CloseUp forest={forest} boundary={boundary} />
        </div>
      )}
      <figcaption className={styles.caption}>
        {boundary && forest.boundary_note && <p>{forest.boundary_note}</p>}
        {forest.apiaries.length > 0 && (
          <p>
            <Trans>Each dot is a place where hives hang.</Trans>
          </p>
        )}
        <p>
          <Trans>Made with Natural Earth.</Trans>
        </p>
      </figcaption>
    </figure>
  );
}

/** The way of a batch, where no script can move a map. */
export function StillWayMap({ way }: { way: readonly Stop[] }) {
  const { t } = useLingui();
  return (
    <figure className={`${styles.figure} ${paints.paints}`}>
      <div className={styles.plate} role="img" aria-label={t`Map: the way of this honey`}>
        <StillWay way={way} className={styles.country} />
      </div>
      <figcaption className={styles.caption}>
        <p>
          <WayNote />
        </p>
        <p>
          <Trans>Made with Natural Earth.</Trans>
        </p>
      </figcaption>
    </figure>
  );
}
