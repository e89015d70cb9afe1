import type { Story } from "#api/types";
import { FlowPage } from "#components/page/flow-page";
import { ShareButton } from "#components/page/share-button";
import { pagePath } from "#paths";
import { Thanks } from "./thanks";

/** What a story ends with. */
export default function AsantePage({ story }: { story: Story }) {
  const menu = pagePath(story.code, "menu");
  const share = <ShareButton title={story.titles.menu ?? story.honey.name} path={menu} />;
  return (
    <FlowPage page="asante" story={story}>
      <Thanks story={story} share={share} />
    </FlowPage>
  );
}
