import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Story } from "#api/types";
import { Prose } from "#components/ui/prose";
import styles from "./letter-texts.module.css";

type Letter = NonNullable<Story["beekeeper"]["letter"]>;
type Side = "original" | "translation";

/** "Kiswahili" for "sw": a language in its own words. */
function nameOfLanguage(code: string): string {
  return new Intl.DisplayNames([code], { type: "language", fallback: "code" }).of(code) ?? code;
}

/** The letter and its translation: side by side where there is room, else one at a time. */
export function LetterTexts({ letter }: { letter: Letter }) {
  const { t } = useLingui();
  const [side, setSide] = useState<Side>("translation");
  const sides: [Side, string, string][] = [
    ["translation", t`In English`, "en"],
    ["original", nameOfLanguage(letter.language), letter.language],
  ];
  return (
    <div className={styles.texts} data-side={side}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div role="group" aria-label={t`Language of the letter`} className={styles.switch}>
        {sides.map(([name, label, lang]) => (
          <button
            key={name}
            type="button"
            lang={lang}
            aria-pressed={side === name}
            onClick={() => setSide(name)}
          >
            {label}
          </button>
        ))}
      </div>
      <section className={styles.original} lang={letter.language}>
        <h2 className={styles.title}>{nameOfLanguage(letter.language)}</h2>
        <Prose text={letter.text} className={styles.handwriting} />
      </section>
      <section className={styles.translation}>
        <h2 className={styles.title}>
          <Trans>In English</Trans>
        </h2>
        <Prose text={letter.translation} />
        {letter.translator && (
          <p className={styles.translator}>
            <Trans>Translated by {letter.translator}</Trans>
          </p>
        )}
      </section>
    </div>
  );
}
