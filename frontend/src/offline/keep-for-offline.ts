import type { Picture, Recording, Story } from "#api/types";
import { timesAsWide } from "#components/ui/cut";

/** Keeps a story so that it opens without a network; does nothing where the browser cannot. */
export async function keepForOffline(story: Story): Promise<void> {
  if (!("serviceWorker" in navigator) || savesData()) return;
  await navigator.serviceWorker.register("/service-worker.js");
  const { active } = await navigator.serviceWorker.ready;
  const { surroundings } = story.forest;
  active?.postMessage({
    code: story.code,
    pictures: picturesOf(story).map(chooseRendition),
    maps: surroundings ? [surroundings] : [],
    recordings: recordingsOf(story).map(({ src }) => src),
  });
}

function savesData(): boolean {
  return "connection" in navigator && Object(navigator.connection).saveData === true;
}

function blocksOf({ contents }: Story) {
  return contents.flatMap(({ pages }) => pages.flatMap((page) => page.blocks));
}

function recordingsOf(story: Story): Recording[] {
  const letters = [story.beekeeper, ...story.people].map(({ letter }) => letter);
  const recordings = [...letters, ...blocksOf(story)].map((told) => told?.recording);
  return recordings.filter((recording) => recording != null);
}

function picturesOf(story: Story): Picture[] {
  const { batch, beekeeper, honey, forest, people, retailer } = story;
  const pictures = [
    beekeeper.portrait,
    beekeeper.letter?.photo,
    honey.jar_photo,
    ...honey.harvest_pictures,
    ...people.flatMap(({ portrait, letter }) => [portrait, letter?.photo]),
    ...batch.steps.map(({ picture }) => picture),
    forest.photo,
    retailer?.logo,
    ...blocksOf(story).flatMap(({ picture, person }) => [picture, person?.portrait]),
  ];
  return pictures.filter((picture) => picture != null);
}

/** The rendition that this screen most likely asks for: the smallest that is sharp across it. */
export function chooseRendition(picture: Picture): string {
  const { sources, src } = picture;
  const candidates = (sources[0]?.srcset ?? "")
    .split(", ")
    .map((candidate) => candidate.split(" "));
  const wanted = window.innerWidth * window.devicePixelRatio * timesAsWide(picture);
  const chosen = candidates.find(([, width = ""]) => Number.parseInt(width, 10) >= wanted);
  return (chosen ?? candidates.at(-1))?.[0] || src;
}
