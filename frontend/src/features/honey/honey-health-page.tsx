import type { Story } from "#api/types";
import { FlowPage } from "#components/flow/flow-page";
import { JarContents } from "./jar-contents";
import { WhereHarvested } from "./where-harvested";

/** What is in the jar: what was measured, nutrition, how to keep it and who should not eat it. */
export default function HoneyHealthPage({ story }: { story: Story }) {
  return (
    <FlowPage page="honey-health" story={story}>
      <JarContents story={story} where={<WhereHarvested story={story} />} />
    </FlowPage>
  );
}
