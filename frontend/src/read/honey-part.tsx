import { Harvest } from "#features/honey/harvest";
import { HarvestPictures } from "#features/honey/harvest-pictures";
import { JarContents } from "#features/honey/jar-contents";
import { Variety } from "#features/honey/variety";
import { Part, type PlacedPart } from "./part";

/** The honey, its harvest, and what is in the jar. */
export function HoneyPart({ story, ...place }: PlacedPart) {
  const pictures = story.honey.harvest_pictures;
  return (
    <Part flow="honey" {...place} opening={<Variety story={story} />}>
      <Harvest
        story={story}
        pictures={pictures.length > 0 && <HarvestPictures pictures={pictures} />}
      />
      <JarContents story={story} />
    </Part>
  );
}
