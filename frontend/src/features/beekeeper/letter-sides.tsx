import { Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { nameOfLanguage } from "#components/ui/name-of-language";
import { Prose } from "#components/ui/prose";
import { Heading } from "#components/ui/still";
import styles from "./letter-sides.module.css";

export type Letter = NonNullable<Story["beekeeper"]["letter"]>;

interface Props {
  letter: Letter;
  /** The one that is shown, without its title, where there is no room for both; left out: both. */
  only?: "original" | "translation";
}

/** A letter and its translation. */
export function LetterSides({ letter, only }: Props) {
  return (
    <div className={styles.sides} data-only={only}>
      <section className={styles.original} lang={letter.language}>
        <Heading level={2} className={styles.title}>
          {nameOfLanguage(letter.language)}
        </Heading>
        <Prose text={letter.text} className={styles.handwriting} />
      </section>
      {letter.translation && (
        <section className={styles.translation}>
          <Heading level={2} className={styles.title}>
            <Trans>In English</Trans>
          </Heading>
          <Prose text={letter.translation} />
          {letter.translator && (
            <p className={styles.translator}>
              <Trans>
                Translated by <bdi>{letter.translator}</bdi>
              </Trans>
            </p>
          )}
        </section>
      )}
    </div>
  );
}
