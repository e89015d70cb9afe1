import { Trans, useLingui } from "@lingui/react/macro";
import { formatNumber } from "#locales/format";
import { type Comparison, comparisonFor, footballPitches } from "./area";
import { AreaSquares } from "./area-squares";
import styles from "./figures.module.css";
import { SourceLine } from "./source-line";

interface Props {
  hectares: number | null;
  source: string;
}

/** How large the forest is, in a figure and in something one can picture. */
export function ForestArea({ hectares, source }: Props) {
  if (hectares === null) {
    return (
      <p className={styles.unknown}>
        <Trans>How large it is has not been measured yet.</Trans>
      </p>
    );
  }
  const comparison = comparisonFor(hectares);
  const size = formatNumber(hectares);
  const pitches = formatNumber(footballPitches(hectares));
  return (
    <div className={styles.area}>
      {comparison && <AreaSquares part={comparison.hectares / hectares} />}
      <div>
        <p className={styles.figure}>
          <Trans>
            <strong>{size}</strong> hectares
          </Trans>
        </p>
        <p className={styles.meaning}>
          <Trans>Room for about {pitches} football pitches.</Trans>{" "}
          {comparison && <InOtherWords {...comparison} />}
        </p>
        <SourceLine source={source} />
      </div>
    </div>
  );
}

function InOtherWords({ name, times }: Comparison) {
  const { i18n } = useLingui();
  const place = i18n._(name);
  const factor = formatNumber(times);
  if (times === 1) return <Trans>That is about as large as {place}, the gold square.</Trans>;
  return (
    <Trans>
      That is about {factor} times {place}, the gold square.
    </Trans>
  );
}
