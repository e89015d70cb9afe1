import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Story } from "#api/types";
import { PageHeading } from "#components/page/page-heading";
import { stepsOf } from "#features/forest/map/steps";
import { whereaboutsOf } from "#features/forest/place/whereabouts";
import { describeWhereabouts } from "#features/forest/place/whereabouts-words";
import { MapFacts } from "./map-facts";
import styles from "./surroundings.module.css";

interface Props {
  forest: Story["forest"];
  /** The map, moving or still. */
  map: ReactNode;
}

/** Where the forest lies: on a map, in a sentence and in figures. */
export function Surroundings({ forest, map }: Props) {
  const { i18n } = useLingui();
  const whereabouts = whereaboutsOf(forest);
  const country = [forest.region, forest.country].filter(Boolean).join(", ");
  const sentence = whereabouts && describeWhereabouts(whereabouts, forest.title, i18n);
  const isMarked = stepsOf({ forest }).includes("forest");
  return (
    <div className={styles.page}>
      <div className={styles.words}>
        <PageHeading kicker={country}>
          <Trans>Where to find {forest.title}</Trans>
        </PageHeading>
        <p className={styles.lead}>
          {sentence ?? (
            <Trans>
              {forest.title} lies in {country}.
            </Trans>
          )}
        </p>
        {!forest.boundary && (
          <p className={styles.missing}>
            {isMarked ? (
              <Trans>Its outline has not been drawn yet. The map marks where the hives hang.</Trans>
            ) : (
              <Trans>Its outline has not been drawn yet, so the map shows the country.</Trans>
            )}
          </p>
        )}
      </div>
      <div className={styles.map}>{map}</div>
      {whereabouts && (
        <MapFacts forest={forest} whereabouts={whereabouts} className={styles.facts} />
      )}
    </div>
  );
}
