import { Trans, useLingui } from "@lingui/react/macro";
import { useId } from "react";
import type { Story } from "#api/types";
import { Heading } from "#components/ui/still";
import { formatDateRange, formatMonth } from "#locales/format";
import { CalendarBar, type CalendarKind } from "./calendar-bar";
import styles from "./forest-calendar.module.css";
import { type Span, spansOfDates, spansOfMonths } from "./year-spans";

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

interface Row {
  kind: CalendarKind;
  label: string;
  /** When, in words: what the bar shows. */
  when: string;
  spans: Span[];
}

/** The forest's year of rain, bloom and harvest, and when this jar was harvested in it. */
export function ForestCalendar({ story }: { story: Story }) {
  const { t } = useLingui();
  const { forest, batch } = story;
  const title = useId();
  const harvest = spansOfDates(batch.harvested_from, batch.harvested_to);
  const rows: Row[] = forest.seasons.map((season) => {
    const first = formatMonth(season.first_month);
    const last = formatMonth(season.last_month);
    return {
      kind: season.kind,
      label: season.label,
      when: first === last ? first : t`${first} to ${last}`,
      spans: spansOfMonths(season.first_month, season.last_month),
    };
  });
  rows.push({
    kind: "jar",
    label: t`This jar`,
    when: formatDateRange(batch.harvested_from, batch.harvested_to),
    spans: harvest,
  });

  return (
    <section aria-labelledby={title} className={styles.calendar}>
      <Heading level={2} id={title}>
        <Trans>The forest's year</Trans>
      </Heading>
      <p className={styles.intro}>
        <Trans>What happens when in {forest.title}, and when this jar was harvested.</Trans>
      </p>
      <div aria-hidden="true" className={styles.months}>
        {MONTHS.map((month) => (
          <span key={month}>{formatMonth(month, "narrow")}</span>
        ))}
      </div>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={`${row.kind} ${row.label} ${row.when}`} data-kind={row.kind}>
            <p className={styles.label}>
              <strong>{row.label}</strong> <span className={styles.when}>{row.when}</span>
            </p>
            <CalendarBar kind={row.kind} spans={row.spans} marked={harvest} />
          </li>
        ))}
      </ul>
    </section>
  );
}
