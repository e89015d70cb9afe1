import { useLingui } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { formatGrams } from "#locales/format";
import { perJar, totalOf } from "./footprint";

/** What the jar in hand comes to, in one sentence; nothing where no stage was measured. */
export function PerJarSentence({ story }: { story: Story }) {
  const { t } = useLingui();
  const grams = story.footprint && totalOf(story.footprint, "grams_per_kg");
  if (grams === null) return null;
  const jar = formatGrams(story.jar_grams);
  const amount = formatGrams(perJar(grams, story.jar_grams));
  return t`For this jar of ${jar} that is ${amount} CO₂e.`;
}
