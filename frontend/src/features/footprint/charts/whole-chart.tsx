import { Trans } from "@lingui/react/macro";
import { Amount } from "#features/footprint/study/amount";
import { type Footprint, nameOf, SIDES, totalOf } from "#features/footprint/study/footprint";
import { StackedBar } from "./stacked-bar";
import styles from "./whole-chart.module.css";

interface Props {
  footprint: Footprint;
  /** "per kg", "per jar". */
  per: string;
  /** Turns grams per kg into the grams to show. */
  convert: (gramsPerKg: number) => number;
}

/** Both honeys as bars stacked from their measured stages, on one scale from 0. */
export function WholeChart({ footprint, per, convert }: Props) {
  const longest = Math.max(1, ...SIDES.map((side) => totalOf(footprint, side) ?? 0));
  return (
    <figure className={styles.chart}>
      {SIDES.map((side) => {
        const total = totalOf(footprint, side);
        return (
          <div key={side} className={styles.honey}>
            <p className={styles.name}>
              {nameOf(footprint, side)}{" "}
              <strong className={styles.total}>
                <Amount grams={total === null ? null : convert(total)} />
              </strong>
            </p>
            <StackedBar
              parts={footprint.stages.map((stage) => stage[side])}
              longest={longest}
              convert={convert}
            />
          </div>
        );
      })}
      <figcaption className={styles.unit}>
        <Trans>In g CO₂e {per}. The bars hold only what was measured.</Trans>
      </figcaption>
    </figure>
  );
}
