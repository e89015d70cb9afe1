import type { ComponentType } from "react";
import type { Story } from "#api/types";
import { Still } from "#components/ui/still";
import type { Around } from "#features/forest/place/around";
import { Composed } from "#features/own/composed";
import { type Chapter, type FlowName, ownName } from "#paths";
import { AsantePart } from "./asante-part";
import { BeekeeperPart } from "./beekeeper-part";
import { FootprintPart } from "./footprint-part";
import { ForestPart } from "./forest-part";
import { HoneyPart } from "./honey-part";
import type { PlacedPart } from "./part";
import styles from "./part.module.css";

const PARTS: Record<FlowName, ComponentType<PlacedPart>> = {
  beekeeper: BeekeeperPart,
  honey: HoneyPart,
  forest: ForestPart,
  footprint: FootprintPart,
  asante: AsantePart,
};

interface Props {
  chapter: Chapter;
  story: Story;
  /** What lies around the forest, if that is known. */
  around: Around | null;
  /** Whether it is the first part of the page. */
  first: boolean;
}

/** One part of the story, with the enterprise's own pages in it. */
export function ChapterPart({ chapter, story, around, first }: Props) {
  const all = story.contents.flatMap(({ pages }) => pages);
  const own = all.filter(({ slug }) => chapter.pages.includes(ownName(slug)));
  if (chapter.flow) {
    const BuiltIn = PARTS[chapter.flow];
    const more = own.map((page) => <Composed key={page.slug} page={page} />);
    return <BuiltIn story={story} around={around} first={first} more={more} />;
  }
  return (
    <section id={chapter.id} className={styles.part}>
      {own.map((page, index) => (
        <Still key={page.slug} depth={index === 0 ? 1 : 2} first={first && index === 0}>
          <Composed page={page} />
        </Still>
      ))}
    </section>
  );
}
