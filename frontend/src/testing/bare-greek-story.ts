import type { Story } from "#api/types";
import { makeGreekStory } from "./greek-story";
import { makeStory, makeTitles } from "./story";

/** The jar of the Greek story, of which next to nothing is known. */
export function makeBareGreekStory(): Story {
  const { beekeeper, honey, batch, forest } = makeGreekStory();
  const known = makeStory();
  return makeGreekStory({
    titles: makeTitles(),
    retired: true,
    retailer: null,
    beekeeper: { ...beekeeper, since: null, bio: "", notice: "", portrait: null, letter: null },
    honey: {
      ...honey,
      tasting_note: "",
      description: "",
      season: "",
      harvest: "",
      jar_photo: null,
      harvest_pictures: [],
      facts: [],
      nutrition: [],
      recipe: null,
    },
    batch: { ...known.batch, lot: batch.lot },
    forest: {
      ...known.forest,
      title: forest.title,
      region: forest.region,
      country: forest.country,
    },
    footprint: null,
    claims: [],
    certificates: [],
    letters: [],
    contents: [],
    people: [],
  });
}
