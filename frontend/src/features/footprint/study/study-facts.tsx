import { Trans, useLingui } from "@lingui/react/macro";
import { FactList } from "#components/ui/fact-list";
import { Prose } from "#components/ui/prose";
import { Heading } from "#components/ui/still";
import { formatList } from "#locales/format";
import { type Footprint, notMeasured } from "./footprint";
import styles from "./study-facts.module.css";

/** What is being done, and how the figures were found. */
export function StudyFacts({ footprint }: { footprint: Footprint }) {
  const { t } = useLingui();
  const { action, method, boundary, year, source } = footprint;
  const facts = [
    { term: t`Method`, detail: method },
    { term: t`What was counted`, detail: boundary },
    { term: t`Not measured`, detail: describeGaps(footprint) },
    { term: t`Year of the figures`, detail: String(year) },
    { term: t`Source`, detail: source },
  ];
  return (
    <>
      {action && (
        <section className={styles.section}>
          <Heading level={2}>
            <Trans>What is being done about it</Trans>
          </Heading>
          <Prose text={action} />
        </section>
      )}
      <section className={styles.section}>
        <Heading level={2}>
          <Trans>How we know</Trans>
        </Heading>
        <FactList facts={facts.filter(({ detail }) => detail !== "")} />
      </section>
    </>
  );
}

function describeGaps(footprint: Footprint): string {
  const ours = formatList(notMeasured(footprint, "grams_per_kg"));
  const other = formatList(notMeasured(footprint, "comparison_grams_per_kg"));
  if (ours === other) return ours;
  return [ours && `${footprint.subject}: ${ours}`, other && `${footprint.comparison}: ${other}`]
    .filter(Boolean)
    .join(". ");
}
