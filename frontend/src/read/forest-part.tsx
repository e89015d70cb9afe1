import { Importance } from "#features/footprint/importance";
import { StillMaps, StillWayMap } from "#features/forest/map/still/still-maps";
import { Surroundings } from "#features/forest/surroundings";
import { Journey } from "#features/forest/way/journey";
import { stopsOf } from "#features/forest/way/stops";
import { Woodland } from "#features/forest/woodland";
import { pagesOf } from "#paths";
import { Part, type PlacedPart } from "./part";
import styles from "./part.module.css";

/** The forest, where it lies, and why it matters: apart from the footprint, which it is no part of. */
export function ForestPart({ story, around, ...place }: PlacedPart) {
  const { batch, forest } = story;
  const way = stopsOf(batch.steps);
  return (
    <Part flow="forest" {...place} opening={<Woodland story={story} />}>
      <Surroundings forest={forest} map={<StillMaps forest={forest} around={around} />} />
      {pagesOf("forest", story).includes("journey") && (
        <Journey story={story} map={way.length > 1 && <StillWayMap way={way} />} />
      )}
      <div className={styles.words}>
        <Importance forest={forest} />
      </div>
    </Part>
  );
}
