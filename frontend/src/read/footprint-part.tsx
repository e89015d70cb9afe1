import { useLingui } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { Co2eNote } from "#features/footprint/study/co2e-note";
import { PerJarSentence } from "#features/footprint/study/per-jar-sentence";
import { WholeFootprint } from "#features/footprint/whole-footprint";
import { Part } from "./part";

const asIs = (gramsPerKg: number) => gramsPerKg;

/** The footprint per kilogram, and in one sentence that of the jar. */
export function FootprintPart({ story }: { story: Story }) {
  const { t } = useLingui();
  const aside = (
    <div>
      <p>
        <PerJarSentence story={story} />
      </p>
      <Co2eNote />
    </div>
  );
  return (
    <Part
      flow="footprint"
      opening={<WholeFootprint story={story} per={t`per kg`} convert={asIs} aside={aside} />}
    />
  );
}
