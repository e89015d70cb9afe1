import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Story } from "#api/types";
import { FlowPage } from "#components/flow/flow-page";
import { perJar } from "#features/footprint/study/footprint";
import { type Unit, UnitChoice } from "./unit-choice";
import { WholeFootprint } from "./whole-footprint";

/** The whole footprint in one chart and one plain sentence; nothing is subtracted from it. */
export default function EnvironmentNetCarbonPage({ story }: { story: Story }) {
  const { t } = useLingui();
  const [unit, setUnit] = useState<Unit>("kilogram");
  const jarGrams = story.jar_grams;
  const convert = (grams: number) => (unit === "jar" ? perJar(grams, jarGrams) : grams);
  return (
    <FlowPage page="environment-net-carbon" story={story}>
      <WholeFootprint
        story={story}
        per={unit === "jar" ? t`per jar` : t`per kg`}
        convert={convert}
        aside={<UnitChoice chosen={unit} jarGrams={jarGrams} onChoose={setUnit} />}
      />
    </FlowPage>
  );
}
