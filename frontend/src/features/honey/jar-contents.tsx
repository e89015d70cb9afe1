import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Story } from "#api/types";
import { PageHeading } from "#components/page/page-heading";
import { ClaimList } from "#components/proof/claim-list";
import { RecipeLink } from "#components/story/recipe-link";
import { FactList } from "#components/ui/fact-list";
import { Prose } from "#components/ui/prose";
import { Heading } from "#components/ui/still";
import { LabValues } from "#features/honey/lab/lab-values";
import { formatDate, formatDateRange } from "#locales/format";
import { CertificateList } from "./certificate-list";
import { InfantWarning } from "./infant-warning";
import styles from "./jar-contents.module.css";
import { NutritionTable } from "./nutrition-table";
import { partInfantWarning } from "./part-infant-warning";

interface Props {
  story: Story;
  /** Where the honey was harvested, if that is not said nearby. */
  where?: ReactNode;
}

/** What was measured in the jar, nutrition, how to keep it and who should not eat it. */
export function JarContents({ story, where }: Props) {
  const { honey, batch } = story;
  const { warning, others } = partInfantWarning(honey.facts);
  return (
    <div className={styles.page}>
      <PageHeading kicker={honey.name}>
        <Trans>What is in the jar</Trans>
      </PageHeading>
      <InfantWarning warning={warning} />
      <LabValues batch={batch} />
      <ClaimList claims={story.claims} about={["honey", "batch"]} kinds={["quality", "health"]} />
      <CertificateList certificates={story.certificates} />
      <div className={styles.columns}>
        {honey.nutrition.length > 0 && <NutritionTable rows={honey.nutrition} />}
        {(others.length > 0 || honey.recipe) && (
          <div className={styles.facts}>
            {others.map(({ title, text }) => (
              <section key={title}>
                <Heading level={2} className={styles.title}>
                  {title}
                </Heading>
                <Prose text={text} />
              </section>
            ))}
            {honey.recipe && <RecipeLink recipe={honey.recipe} />}
          </div>
        )}
      </div>
      <BatchFacts batch={batch} />
      {where}
    </div>
  );
}

function BatchFacts({ batch }: { batch: Story["batch"] }) {
  const { t } = useLingui();
  return (
    <FactList
      facts={[
        { term: t`Lot`, detail: batch.lot },
        {
          term: t`Harvested`,
          detail: formatDateRange(batch.harvested_from, batch.harvested_to),
        },
        {
          term: t`Bottled`,
          detail: batch.bottled_on === null ? t`Date not recorded` : formatDate(batch.bottled_on),
        },
      ]}
    />
  );
}
