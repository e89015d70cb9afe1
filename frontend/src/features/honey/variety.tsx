import { Trans, useLingui } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { EmptyJar } from "#art/empty-jar";
import { PageHeading } from "#components/page/page-heading";
import { ClaimList } from "#components/proof/claim-list";
import { FactList } from "#components/ui/fact-list";
import { Picture } from "#components/ui/picture";
import { Prose } from "#components/ui/prose";
import { formatDateRange } from "#locales/format";
import styles from "./variety.module.css";
import { WhereHarvested } from "./where-harvested";

/** The jar, what the honey is called and how it tastes. */
export function Variety({ story }: { story: Story }) {
  const { t } = useLingui();
  const { honey, batch } = story;
  return (
    <div className={styles.variety}>
      <Picture
        picture={honey.jar_photo}
        sizes="(min-width: 75rem) 30rem, (min-width: 44rem) 44vw, 100vw"
        priority
        fallback={<EmptyJar className={styles.missing} />}
        className={styles.jar}
      />
      <div className={styles.words}>
        <PageHeading kicker={<Trans>The honey in your hand</Trans>}>{honey.name}</PageHeading>
        {honey.tasting_note && <TastingNote note={honey.tasting_note} />}
        <Prose text={honey.description} />
        <FactList
          facts={[
            ...(honey.season ? [{ term: t`Season`, detail: honey.season }] : []),
            {
              term: t`This jar's harvest`,
              detail: formatDateRange(batch.harvested_from, batch.harvested_to),
            },
          ]}
        />
        <WhereHarvested story={story} />
        <ClaimList
          claims={story.claims}
          about={["honey", "batch"]}
          kinds={["origin", "environment", "social"]}
        />
      </div>
    </div>
  );
}

function TastingNote({ note }: { note: string }) {
  return (
    <div className={styles.taste}>
      <p className={styles.label}>
        <Trans>How it tastes</Trans>
      </p>
      <p className={styles.note}>{note}</p>
    </div>
  );
}
