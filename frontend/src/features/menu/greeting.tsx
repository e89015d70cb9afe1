import { Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { PageHeading } from "#components/page/page-heading";
import { asOpening } from "#locales/as-opening";
import styles from "./greeting.module.css";

/** Whose honey it is: the first words of a story. */
export function Greeting({ story }: { story: Story }) {
  const { beekeeper, honey } = story;
  const harvester = asOpening(beekeeper.name);
  return (
    <PageHeading kicker={<Trans>Karibu! Welcome.</Trans>} className={styles.greeting}>
      <Trans>
        <bdi>{harvester}</bdi> harvested your <bdi>{honey.name}</bdi>
      </Trans>
    </PageHeading>
  );
}
