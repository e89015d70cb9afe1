import { Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { MiomboHills } from "#art/miombo-hills";
import { FlowPage } from "#components/flow/flow-page";
import { Picture } from "#components/ui/picture";
import { formatNumber } from "#locales/format";
import styles from "./environment-forest-page.module.css";
import { Importance } from "./importance";

/** Why the forest matters while it stands: in words and its own unit, never against the footprint. */
export default function EnvironmentForestPage({ story }: { story: Story }) {
  const { forest } = story;
  return (
    <FlowPage page="environment-forest" story={story} className={styles.page}>
      <Picture
        picture={forest.photo}
        sizes="(min-width: 75rem) 34rem, (min-width: 44rem) 50vw, 100vw"
        priority
        fallback={<MiomboHills className={styles.missing} />}
        className={styles.photo}
      />
      <div className={styles.words}>
        <Importance forest={forest} />
        {forest.area_hectares !== null && (
          <figure className={styles.area}>
            <p className={styles.figure}>
              <Trans>{formatNumber(forest.area_hectares)} hectares</Trans>
            </p>
            {forest.area_source && <figcaption>{forest.area_source}</figcaption>}
          </figure>
        )}
      </div>
    </FlowPage>
  );
}
