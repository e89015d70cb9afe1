import type { Story } from "#api/types";
import { FlowPage } from "#components/flow/flow-page";
import { Variety } from "./variety";

/** The variety: the jar, its name and its taste. */
export default function HoneyTypePage({ story }: { story: Story }) {
  return (
    <FlowPage page="honey-type" story={story}>
      <Variety story={story} />
    </FlowPage>
  );
}
