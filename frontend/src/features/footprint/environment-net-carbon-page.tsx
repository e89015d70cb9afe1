import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Story } from "#api/types";
import { FlowPage } from "#components/page/flow-page";
import { PageHeading } from "#components/page/page-heading";
import { ClaimList } from "#components/proof/claim-list";
import { FootprintTable } from "#features/footprint/charts/footprint-table";
import { WholeChart } from "#features/footprint/charts/whole-chart";
import { type Footprint, perJar } from "#features/footprint/study/footprint";
import { NoStudy } from "#features/footprint/study/no-study";
import { PlainSentence } from "#features/footprint/study/plain-sentence";
import { StudyFacts } from "#features/footprint/study/study-facts";
import styles from "./environment-net-carbon-page.module.css";
import { type Unit, UnitChoice } from "./unit-choice";

/** The whole footprint in one chart and one plain sentence; nothing is subtracted from it. */
export default function EnvironmentNetCarbonPage({ story }: { story: Story }) {
  const { footprint } = story;
  return (
    <FlowPage page="environment-net-carbon" story={story} className={styles.page}>
      <PageHeading kicker={story.honey.name}>
        <Trans>The whole footprint</Trans>
      </PageHeading>
      {footprint ? (
        <>
          <WholePicture footprint={footprint} jarGrams={story.jar_grams} />
          <StudyFacts footprint={footprint} />
          <ClaimList claims={story.claims} about={["footprint"]} />
        </>
      ) : (
        <NoStudy />
      )}
    </FlowPage>
  );
}

function WholePicture({ footprint, jarGrams }: { footprint: Footprint; jarGrams: number }) {
  const { t } = useLingui();
  const [unit, setUnit] = useState<Unit>("kilogram");
  const convert = (grams: number) => (unit === "jar" ? perJar(grams, jarGrams) : grams);
  const per = unit === "jar" ? t`per jar` : t`per kg`;
  return (
    <>
      <p className={styles.sentence}>
        <PlainSentence footprint={footprint} per={per} convert={convert} />
      </p>
      <UnitChoice chosen={unit} jarGrams={jarGrams} onChoose={setUnit} />
      <div className={styles.picture}>
        <WholeChart footprint={footprint} per={per} convert={convert} />
        <FootprintTable
          footprint={footprint}
          caption={<Trans>Stage by stage, in g CO₂e {per}</Trans>}
          convert={convert}
          keys
        />
      </div>
    </>
  );
}
