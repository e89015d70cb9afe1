import type { Story } from "#api/types";
import { FlowPage } from "#components/flow/flow-page";
import { ForestMap } from "#features/forest/map/forest-map";
import { Surroundings } from "./surroundings";

/** From the whole world down to the forest's outline. */
export default function TanzaniaMapPage({ story }: { story: Story }) {
  return (
    <FlowPage page="tanzania-map" story={story}>
      <Surroundings forest={story.forest} map={<ForestMap forest={story.forest} />} />
    </FlowPage>
  );
}
