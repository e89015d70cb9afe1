import { Trans, useLingui } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { CloseUp } from "./close-up";
import paints from "./map-paints.module.css";
import { isInTanzania } from "./steps";
import { StillMap } from "./still-map";
import styles from "./still-maps.module.css";

/** The forest in its country and near by, where no script can move a map. */
export function StillMaps({ forest }: { forest: Story["forest"] }) {
  const { t } = useLingui();
  const { boundary } = forest;
  return (
    <figure className={`${styles.figure} ${paints.paints}`}>
      {isInTanzania(forest) && (
        <div className={styles.plate} role="img" aria-label={t`Map: where ${forest.title} lies`}>
          <StillMap forest={forest} className={styles.country} />
        </div>
      )}
      {boundary && (
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
