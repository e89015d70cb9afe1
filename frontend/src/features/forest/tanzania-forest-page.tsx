import type { Story } from "#api/types";
import { FlowPage } from "#components/flow/flow-page";
import { Woodland } from "./woodland";

/** The forest itself: its woodland, its size, its trees, animals and people. */
export default function TanzaniaForestPage({ story }: { story: Story }) {
  return (
    <FlowPage page="tanzania-forest" story={story}>
      <Woodland story={story} />
    </FlowPage>
  );
}
