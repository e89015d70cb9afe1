import { Trans, useLingui } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { FlowPage } from "#components/page/flow-page";
import { PageHeading } from "#components/page/page-heading";
import { ClaimList } from "#components/proof/claim-list";
import { FactList } from "#components/ui/fact-list";
import { Prose } from "#components/ui/prose";
import { LabValues } from "#features/honey/lab/lab-values";
import { formatDate, formatDateRange } from "#locales/format";
import { CertificateList } from "./certificate-list";
import styles from "./honey-health-page.module.css";
import { InfantWarning } from "./infant-warning";
import { NutritionTable } from "./nutrition-table";
import { partInfantWarning } from "./part-infant-warning";
import { RecipeLink } from "./recipe-link";
import { WhereHarvested } from "./where-harvested";

/** What is in the jar: what was measured, nutrition, how to keep it and who should not eat it. */
export default function HoneyHealthPage({ story }: { story: Story }) {
  const { honey, batch } = story;
  const { warning, others } = partInfantWarning(honey.facts);
  return (
    <FlowPage page="honey-health" story={story} className={styles.page}>
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
                <h2 className={styles.title}>{title}</h2>
                <Prose text={text} />
              </section>
            ))}
            {honey.recipe && <RecipeLink recipe={honey.recipe} />}
          </div>
        )}
      </div>
      <BatchFacts batch={batch} />
      <WhereHarvested story={story} />
    </FlowPage>
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
