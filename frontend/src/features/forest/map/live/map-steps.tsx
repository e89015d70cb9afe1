import { Trans, useLingui } from "@lingui/react/macro";
import { VisuallyHidden } from "#components/ui/visually-hidden";
import type { Shown } from "#features/forest/map/painting/frame";
import { type Step, stepsOf } from "#features/forest/map/steps";
import styles from "./map-steps.module.css";

interface Props {
  shown: Shown;
  /** Where the map is; null when the reader has moved it elsewhere. */
  step: Step | null;
  ready: boolean;
  onGo: (step: Step) => void;
}

/** Buttons that fly the map to the world, the country or the forest, or show all of a way. */
export function MapSteps({ shown, step, ready, onGo }: Props) {
  const { t } = useLingui();
  const { forest } = shown;
  const names: Record<Step, string> = {
    world: t`The world`,
    country: forest.country,
    forest: t`The forest`,
    way: t`The whole way`,
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" aria-label={t`Show on the map`} className={styles.steps}>
      {stepsOf(shown).map((name) => (
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
