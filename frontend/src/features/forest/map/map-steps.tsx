import { Trans, useLingui } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { VisuallyHidden } from "#components/ui/visually-hidden";
import styles from "./map-steps.module.css";
import { type Step, stepsOf } from "./steps";

interface Props {
  forest: Story["forest"];
  /** Where the map is; null when the reader has moved it elsewhere. */
  step: Step | null;
  ready: boolean;
  onGo: (step: Step) => void;
}

/** Buttons that fly the map to the world, the country or the forest. */
export function MapSteps({ forest, step, ready, onGo }: Props) {
  const { t } = useLingui();
  const names: Record<Step, string> = {
    world: t`The world`,
    country: forest.country,
    forest: t`The forest`,
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" aria-label={t`Show on the map`} className={styles.steps}>
      {stepsOf(forest).map((name) => (
        <button
          key={name}
          type="button"
          disabled={!ready}
          aria-pressed={step === name}
          onClick={() => onGo(name)}
        >
          {names[name]}
        </button>
      ))}
      <VisuallyHidden>
        <span role="status">{step && <Trans>The map shows: {names[step]}</Trans>}</span>
      </VisuallyHidden>
    </div>
  );
}
