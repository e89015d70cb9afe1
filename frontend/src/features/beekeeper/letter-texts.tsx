import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { nameOfLanguage } from "#components/ui/name-of-language";
import { type Letter, LetterSides } from "./letter-sides";
import styles from "./letter-texts.module.css";

type Side = "original" | "translation";

/** A letter and its translation, if it has one: both where there is room, else one at a time. */
export function LetterTexts({ letter }: { letter: Letter }) {
  const { t } = useLingui();
  const [side, setSide] = useState<Side>("translation");
  // On a phone the handwriting is hidden at first; printed, it is to stand in its own face at once.
  useEffect(() => void document.fonts?.load('1em "Caveat"'), []);
  const sides: [Side, string, string][] = [
    ["translation", t`In English`, "en"],
    ["original", nameOfLanguage(letter.language), letter.language],
  ];
  if (!letter.translation) return <LetterSides letter={letter} />;
  return (
    <div className={styles.texts}>
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
      <LetterSides letter={letter} only={side} />
    </div>
  );
}
