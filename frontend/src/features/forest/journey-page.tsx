import { useMemo } from "react";
import type { Story } from "#api/types";
import { FlowPage } from "#components/flow/flow-page";
import { WayMap } from "#features/forest/map/way-map";
import { Journey } from "#features/forest/way/journey";
import { stopsOf } from "#features/forest/way/stops";

/** The way of this batch, from the forest to the shop. */
export default function JourneyPage({ story }: { story: Story }) {
  const { steps } = story.batch;
  const way = useMemo(() => stopsOf(steps), [steps]);
  return (
    <FlowPage page="journey" story={story}>
      <Journey story={story} map={way.length > 1 && <WayMap forest={story.forest} way={way} />} />
    </FlowPage>
  );
}
