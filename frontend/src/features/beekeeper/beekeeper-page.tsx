import type { Story } from "#api/types";
import { FlowPage } from "#components/flow/flow-page";
import { Introduction } from "./introduction";

/** The person behind the jar, or the forest's beekeepers together. */
export default function BeekeeperPage({ story }: { story: Story }) {
  return (
    <FlowPage page="beekeeper" story={story}>
      <Introduction beekeeper={story.beekeeper} forest={story.forest} />
    </FlowPage>
  );
}
