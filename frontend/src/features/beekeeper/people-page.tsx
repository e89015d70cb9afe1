import type { Story } from "#api/types";
import { FlowPage } from "#components/flow/flow-page";
import { People } from "#features/beekeeper/people/people";

/** Who else harvested the honey. */
export default function PeoplePage({ story }: { story: Story }) {
  return (
    <FlowPage page="people" story={story}>
      <People story={story} />
    </FlowPage>
  );
}
