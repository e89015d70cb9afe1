import type { Story } from "#api/types";
import { Thanks } from "#features/asante/thanks";
import { Part } from "./part";

/** The way to write to the beekeeper, and what else one may do in the end. */
export function AsantePart({ story }: { story: Story }) {
  return <Part flow="asante" opening={<Thanks story={story} />} />;
}
