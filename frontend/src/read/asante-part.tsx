import { Thanks } from "#features/asante/thanks";
import { Part, type PlacedPart } from "./part";

/** The way to write to the beekeeper, and what else one may do in the end. */
export function AsantePart({ story, ...place }: PlacedPart) {
  return <Part flow="asante" {...place} opening={<Thanks story={story} />} />;
}
