import type { ComponentType } from "react";
import type { OwnBlock } from "#api/types";
import { FigureBlocks } from "./figure-blocks";
import { HeadingBlocks } from "./heading-blocks";
import { LinkBlocks } from "./link-blocks";
import { PersonBlocks } from "./person-blocks";
import { PictureBlocks } from "./picture-blocks";
import { QuotationBlocks } from "./quotation-blocks";
import { RecordingBlocks } from "./recording-blocks";
import { TextBlocks } from "./text-blocks";

export interface BlocksProps {
  /** Neighbours of one kind. */
  blocks: readonly OwnBlock[];
  /** Whether they are the first on their page. */
  first: boolean;
}

/** What draws each kind; `upendo/pages/models/block.py` has the same list. */
const COMPONENTS: Record<OwnBlock["kind"], ComponentType<BlocksProps>> = {
  heading: HeadingBlocks,
  text: TextBlocks,
  picture: PictureBlocks,
  figure: FigureBlocks,
  quotation: QuotationBlocks,
  link: LinkBlocks,
  person: PersonBlocks,
  recording: RecordingBlocks,
};

/** The blocks of a page in their order, with neighbours of one kind together. */
export function Blocks({ blocks }: { blocks: readonly OwnBlock[] }) {
  return runsOf(blocks).map(({ kind, start, run }) => {
    const Component = COMPONENTS[kind];
    return <Component key={start} blocks={run} first={start === 0} />;
  });
}

interface Run {
  kind: OwnBlock["kind"];
  /** The place of its first block on the page, from 0. */
  start: number;
  run: OwnBlock[];
}

function runsOf(blocks: readonly OwnBlock[]): Run[] {
  const runs: Run[] = [];
  for (const [start, block] of blocks.entries()) {
    const last = runs.at(-1);
    if (last?.kind === block.kind) last.run.push(block);
    else runs.push({ kind: block.kind, start, run: [block] });
  }
  return runs;
}
