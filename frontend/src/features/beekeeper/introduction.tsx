import { Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { BeekeeperIcon } from "#art/beekeeper-icon";
import { PageHeading } from "#components/page/page-heading";
import { Notice } from "#components/ui/notice";
import { Picture } from "#components/ui/picture";
import { Prose } from "#components/ui/prose";
import { asOpening } from "#locales/as-opening";
import styles from "./introduction.module.css";

interface Props {
  /** The featured beekeeper, or one of several. */
  beekeeper: Story["beekeeper"];
  forest: Story["forest"];
}

/** Who harvested the honey: their picture and their words. */
export function Introduction({ beekeeper, forest }: Props) {
  return (
    <div className={styles.introduction}>
      <Picture
        picture={beekeeper.is_group ? forest.photo : beekeeper.portrait}
        sizes="(min-width: 75rem) 34rem, (min-width: 44rem) 50vw, 100vw"
        priority
        fallback={<BeekeeperIcon className={styles.missing} />}
        className={styles.portrait}
      />
      <div className={styles.words}>
        <PageHeading kicker={beekeeper.is_group ? forest.region : beekeeper.village}>
          {asOpening(beekeeper.name)}
        </PageHeading>
        {beekeeper.since !== null && (
          <p className={styles.since}>
            <Trans>Beekeeper since {String(beekeeper.since)}</Trans>
          </p>
        )}
        <Prose text={beekeeper.bio} />
        {beekeeper.notice && (
          <Notice>
            <p>{beekeeper.notice}</p>
          </Notice>
        )}
      </div>
    </div>
  );
}
