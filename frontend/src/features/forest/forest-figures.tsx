import { Plural, Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { Heading } from "#components/ui/still";
import { formatNumber } from "#locales/format";
import styles from "./figures.module.css";
import { ForestArea } from "./forest-area";
import { SourceLine } from "./source-line";

/** What is counted and measured in the forest, each figure with its source. */
export function ForestFigures({ forest }: { forest: Story["forest"] }) {
  return (
    <div className={styles.figures}>
      <section>
        <Heading level={2} className={styles.title}>
          <Trans>How large it is</Trans>
        </Heading>
        <ForestArea hectares={forest.area_hectares} source={forest.area_source} />
      </section>
      <section>
        <Heading level={2} className={styles.title}>
          <Trans>Who works here</Trans>
        </Heading>
        <Beekeepers count={forest.beekeeper_count} source={forest.beekeeper_count_source} />
      </section>
    </div>
  );
}

function Beekeepers({ count, source }: { count: number | null; source: string }) {
  if (count === null) {
    return (
      <p className={styles.unknown}>
        <Trans>The beekeepers of this forest have not been counted yet.</Trans>
      </p>
    );
  }
  return (
    <>
      <p className={styles.figure}>
        <strong>{formatNumber(count)}</strong>{" "}
        <Plural value={count} one="beekeeper" other="beekeepers" />
      </p>
      <SourceLine source={source} />
    </>
  );
}
