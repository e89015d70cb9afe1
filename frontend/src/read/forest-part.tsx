import type { Story } from "#api/types";
import { Importance } from "#features/footprint/importance";
import { StillMaps } from "#features/forest/map/still-maps";
import { Surroundings } from "#features/forest/surroundings";
import { Woodland } from "#features/forest/woodland";
import { Part } from "./part";
import styles from "./part.module.css";

/** The forest, where it lies, and why it matters: apart from the footprint, which it is no part of. */
export function ForestPart({ story }: { story: Story }) {
  const { forest } = story;
  return (
    <Part flow="forest" opening={<Woodland story={story} />}>
      <Surroundings forest={forest} map={<StillMaps forest={forest} />} />
      <div className={styles.words}>
        <Importance forest={forest} />
      </div>
    </Part>
  );
}
