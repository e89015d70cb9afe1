import { Trans, useLingui } from "@lingui/react/macro";
import { Co2eNote } from "#features/footprint/study/co2e-note";
import { PerJarSentence } from "#features/footprint/study/per-jar-sentence";
import { WholeFootprint } from "#features/footprint/whole-footprint";
import { Part, type PlacedPart } from "./part";
import styles from "./part.module.css";

const asIs = (gramsPerKg: number) => gramsPerKg;

/** The footprint per kilogram, and in one sentence that of the jar. */
export function FootprintPart({ story, ...place }: PlacedPart) {
  const { t } = useLingui();
  const aside = (
    <div className={styles.words}>
      <p>
        <PerJarSentence story={story} />
      </p>
      <p>
        <Trans>The forest is no part of this sum, and nothing is taken off for it.</Trans>
      </p>
      <Co2eNote />
    </div>
  );
  return (
    <Part
      flow="footprint"
      {...place}
      opening={<WholeFootprint story={story} per={t`per kg`} convert={asIs} aside={aside} />}
    />
  );
}
