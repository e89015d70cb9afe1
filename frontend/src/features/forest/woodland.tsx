import { Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { ForestIcon } from "#art/forest-icon";
import { PageHeading } from "#components/page/page-heading";
import { ClaimList } from "#components/proof/claim-list";
import { Picture } from "#components/ui/picture";
import { Prose } from "#components/ui/prose";
import { ForestFigures } from "./forest-figures";
import { SpeciesList } from "./species-list";
import styles from "./woodland.module.css";

/** The forest itself: its size, its trees, animals and people. */
export function Woodland({ story }: { story: Story }) {
  const { forest } = story;
  return (
    <div className={styles.woodland}>
      <Picture
        picture={forest.photo}
        sizes="(min-width: 75rem) 65rem, 100vw"
        priority
        fallback={<ForestIcon className={styles.missing} />}
        className={styles.hero}
      />
      <div className={styles.words}>
        <PageHeading kicker={[forest.region, forest.country].filter(Boolean).join(", ")}>
          {forest.title}
        </PageHeading>
        <Prose text={forest.description} />
      </div>
      <ForestFigures forest={forest} />
      <ClaimList claims={story.claims} about={["forest"]} className={styles.claims} />
      <div className={styles.species}>
        <SpeciesList title={<Trans>Trees</Trans>} kind="plant" species={forest.species} />
        <SpeciesList title={<Trans>Animals</Trans>} kind="animal" species={forest.species} />
        {forest.species.length === 0 && (
          <p className={styles.unknown}>
            <Trans>Its trees and animals have not been written down yet.</Trans>
          </p>
        )}
      </div>
    </div>
  );
}
