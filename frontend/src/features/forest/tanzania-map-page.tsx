import { Trans, useLingui } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { FlowPage } from "#components/page/flow-page";
import { PageHeading } from "#components/page/page-heading";
import { ForestMap } from "#features/forest/map/forest-map";
import { stepsOf } from "#features/forest/map/steps";
import { whereaboutsOf } from "#features/forest/place/whereabouts";
import { describeWhereabouts } from "#features/forest/place/whereabouts-words";
import { MapFacts } from "./map-facts";
import styles from "./tanzania-map-page.module.css";

/** From the whole world down to the forest's outline. */
export default function TanzaniaMapPage({ story }: { story: Story }) {
  const { i18n } = useLingui();
  const { forest } = story;
  const whereabouts = whereaboutsOf(forest);
  const country = [forest.region, forest.country].filter(Boolean).join(", ");
  const sentence = whereabouts && describeWhereabouts(whereabouts, forest.title, i18n);
  const isMarked = stepsOf(forest).includes("forest");
  return (
    <FlowPage page="tanzania-map" story={story} className={styles.page}>
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
      <ForestMap forest={forest} className={styles.map} />
      {whereabouts && (
        <MapFacts forest={forest} whereabouts={whereabouts} className={styles.facts} />
      )}
    </FlowPage>
  );
}
