import { useLingui } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { FlowPage } from "#components/flow/flow-page";
import { Gallery } from "./gallery";
import { Harvest } from "./harvest";
import { WhereHarvested } from "./where-harvested";

/** How the honey comes out of the tree, and when in the forest's year. */
export default function HoneyHarvestPage({ story }: { story: Story }) {
  const { t } = useLingui();
  const pictures = story.honey.harvest_pictures;
  return (
    <FlowPage page="honey-harvest" story={story}>
      <Harvest
        story={story}
        pictures={
          pictures.length > 0 && <Gallery label={t`Pictures of the harvest`} pictures={pictures} />
        }
        where={<WhereHarvested story={story} />}
      />
    </FlowPage>
  );
}
