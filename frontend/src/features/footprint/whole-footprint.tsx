import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Story } from "#api/types";
import { PageHeading } from "#components/page/page-heading";
import { ClaimList } from "#components/proof/claim-list";
import { FootprintTable } from "#features/footprint/charts/footprint-table";
import { WholeChart } from "#features/footprint/charts/whole-chart";
import { NoStudy } from "#features/footprint/study/no-study";
import { PlainSentence } from "#features/footprint/study/plain-sentence";
import { StudyFacts } from "#features/footprint/study/study-facts";
import styles from "./whole-footprint.module.css";

interface Props {
  story: Story;
  /** "per kg", "per jar". */
  per: string;
  /** Turns grams per kg into the grams to show. */
  convert: (gramsPerKg: number) => number;
  /** Stands below the sentence, where there is a study. */
  aside: ReactNode;
}

/** The whole footprint in one plain sentence, one chart and a table, and how it was found. */
export function WholeFootprint({ story, per, convert, aside }: Props) {
  const { footprint } = story;
  return (
    <div className={styles.page}>
      <PageHeading kicker={story.honey.name}>
        <Trans>The whole footprint</Trans>
      </PageHeading>
      {footprint ? (
        <>
          <p className={styles.sentence}>
            <PlainSentence footprint={footprint} per={per} convert={convert} />
          </p>
          {aside}
          <div className={styles.picture}>
            <WholeChart footprint={footprint} per={per} convert={convert} />
            <FootprintTable
              footprint={footprint}
              caption={<Trans>Stage by stage, in g CO₂e {per}</Trans>}
              convert={convert}
              keys
            />
          </div>
          <StudyFacts footprint={footprint} />
          <ClaimList claims={story.claims} about={["footprint"]} />
        </>
      ) : (
        <NoStudy />
      )}
    </div>
  );
}
