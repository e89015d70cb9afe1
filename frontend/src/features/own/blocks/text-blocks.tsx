import { Prose } from "#components/ui/prose";
import type { BlocksProps } from "./blocks";

/** Running text. */
export function TextBlocks({ blocks }: BlocksProps) {
  return <Prose text={blocks.map(({ text }) => text).join("\n\n")} />;
}
