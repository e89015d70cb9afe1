import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Amount } from "#features/footprint/study/amount";
import { type Footprint, nameOf, SIDES, totalOf } from "#features/footprint/study/footprint";
import styles from "./footprint-table.module.css";
import { StageKey } from "./stage-key";

interface Props {
  footprint: Footprint;
  caption: ReactNode;
  /** Turns grams per kg into the grams to show. */
  convert?: (gramsPerKg: number) => number;
  /** Draws before each stage's name its tone in the chart. */
  keys?: boolean;
}

function isMeasured(stage: Footprint["stages"][number]): boolean {
  return SIDES.some((side) => stage[side] !== null);
}

const asIs = (grams: number) => grams;

/** Every figure of a footprint as a table, with the sum of what was measured. */
export function FootprintTable({ footprint, caption, convert = asIs, keys }: Props) {
  const show = (grams: number | null) => <Amount grams={grams === null ? null : convert(grams)} />;
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Stage</Trans>
          </th>
          {SIDES.map((side) => (
            <th key={side} scope="col">
              {nameOf(footprint, side)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {footprint.stages.map((stage, index) => (
          <tr key={stage.label}>
            <th scope="row">
              <span className={styles.stage}>
                {keys && <StageKey stage={index} measured={isMeasured(stage)} />}
                {stage.label}
              </span>
            </th>
            {SIDES.map((side) => (
              <td key={side}>{show(stage[side])}</td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            <Trans>Sum of what was measured</Trans>
          </th>
          {SIDES.map((side) => (
            <td key={side}>{show(totalOf(footprint, side))}</td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}
