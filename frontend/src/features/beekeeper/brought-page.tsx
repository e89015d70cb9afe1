import type { Story } from "#api/types";
import { FlowPage } from "#components/flow/flow-page";
import { Brought } from "#features/beekeeper/brought/brought";

/** What the purchase brought: what was paid for the honey, and what else it did. */
export default function BroughtPage({ story }: { story: Story }) {
  return (
    <FlowPage page="brought" story={story}>
      <Brought story={story} />
    </FlowPage>
  );
}
