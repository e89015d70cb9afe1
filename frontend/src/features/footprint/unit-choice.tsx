import { Trans } from "@lingui/react/macro";
import { type ReactNode, useId } from "react";
import { formatGrams } from "#locales/format";
import styles from "./unit-choice.module.css";

export type Unit = "kilogram" | "jar";

interface Props {
  chosen: Unit;
  jarGrams: number;
  onChoose: (unit: Unit) => void;
}

/** Whether the figures are for a kilogram of honey or for this jar. */
export function UnitChoice({ chosen, jarGrams, onChoose }: Props) {
  const name = useId();
  const jar = formatGrams(jarGrams);
  const choices: Record<Unit, ReactNode> = {
    kilogram: <Trans>per kg of honey</Trans>,
    jar: <Trans>per jar of {jar}</Trans>,
  };
  return (
    <fieldset className={styles.choice}>
      <legend>
        <Trans>Show the figures</Trans>
      </legend>
      {(["kilogram", "jar"] as const).map((unit) => (
        <label key={unit}>
          <input
            type="radio"
            name={name}
            checked={unit === chosen}
            onChange={() => onChoose(unit)}
          />
          {choices[unit]}
        </label>
      ))}
    </fieldset>
  );
}
