import { Trans, useLingui } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { MiomboHills } from "#art/miombo-hills";
import { FlowPage } from "#components/page/flow-page";
import { PageHeading } from "#components/page/page-heading";
import { Picture } from "#components/ui/picture";
import { Prose } from "#components/ui/prose";
import { formatNumber } from "#locales/format";
import styles from "./environment-forest-page.module.css";

/** Why the forest matters while it stands: in words and its own unit, never against the footprint. */
export default function EnvironmentForestPage({ story }: { story: Story }) {
  const { t } = useLingui();
  const { forest } = story;
  const unwritten = t`Nobody has written down yet what this forest does for the land and the people around it.`;
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
        <PageHeading kicker={forest.title}>
          <Trans>Why a standing forest matters</Trans>
        </PageHeading>
        <Prose text={forest.importance || unwritten} />
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
