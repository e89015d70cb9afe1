import { Trans } from "@lingui/react/macro";
import { Amount } from "#features/footprint/study/amount";
import { type Footprint, nameOf, SIDES } from "#features/footprint/study/footprint";
import { StageBar } from "./stage-bar";
import styles from "./stage-chart.module.css";

/** The way of the honey as a list of stages, at each the bars of both honeys on one scale. */
export function StageChart({ footprint }: { footprint: Footprint }) {
  const { stages } = footprint;
  const longest = Math.max(1, ...stages.flatMap((stage) => SIDES.map((side) => stage[side] ?? 0)));
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.unit}>
        <Trans>In g CO₂e per kg of honey</Trans>
      </figcaption>
      <ol className={styles.stages}>
        {stages.map((stage) => (
          <li key={stage.label} className={styles.stage}>
            <h2 className={styles.label}>{stage.label}</h2>
            {SIDES.map((side) => {
              const grams = stage[side];
              return (
                <div key={side} className={styles.row}>
                  <p className={styles.name}>{nameOf(footprint, side)}</p>
                  <p className={styles.amount} data-missing={grams === null || undefined}>
                    <Amount grams={grams} />
                  </p>
                  <StageBar side={side} share={grams === null ? null : grams / longest} />
                </div>
              );
            })}
          </li>
        ))}
      </ol>
    </figure>
  );
}
