import { Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { FlowPage } from "#components/flow/flow-page";
import { PageHeading } from "#components/page/page-heading";
import { Disclosure } from "#components/ui/disclosure";
import { FootprintTable } from "#features/footprint/charts/footprint-table";
import { StageChart } from "#features/footprint/charts/stage-chart";
import { Co2eNote } from "#features/footprint/study/co2e-note";
import { NoStudy } from "#features/footprint/study/no-study";
import styles from "./environment-carbon-graph-page.module.css";

/** What the honey emitted at each stage of its way, beside another honey. */
export default function EnvironmentCarbonGraphPage({ story }: { story: Story }) {
  const { footprint } = story;
  return (
    <FlowPage page="environment-carbon-graph" story={story} className={styles.page}>
      <PageHeading kicker={story.honey.name}>
        <Trans>The footprint, stage by stage</Trans>
      </PageHeading>
      {footprint ? (
        <>
          <p className={styles.lead}>
            <Trans>What was emitted on the way from the tree to the shop.</Trans>
          </p>
          <StageChart footprint={footprint} />
          <Disclosure summary={<Trans>The same as a table</Trans>}>
            <FootprintTable
              footprint={footprint}
              caption={<Trans>In g CO₂e per kg of honey</Trans>}
            />
          </Disclosure>
          <Co2eNote />
        </>
      ) : (
        <NoStudy />
      )}
    </FlowPage>
  );
}
