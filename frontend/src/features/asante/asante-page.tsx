import type { Story } from "#api/types";
import { FlowPage } from "#components/flow/flow-page";
import { ShareButton } from "#components/page/share-button";
import { Picture } from "#components/ui/picture";
import { pagePath } from "#paths";
import styles from "./asante-page.module.css";
import { Thanks } from "./thanks";

/** What a story ends with. */
export default function AsantePage({ story }: { story: Story }) {
  const menu = pagePath(story.code, "menu");
  const share = <ShareButton title={story.titles.menu ?? story.honey.name} path={menu} />;
  const { portrait } = story.beekeeper;
  const face = portrait && (
    <Picture
      picture={portrait}
      sizes="(min-width: 44rem) 15rem, 8rem"
      className={styles.face}
      priority
    />
  );
  return (
    <FlowPage page="asante" story={story}>
      <Thanks story={story} face={face} share={share} />
    </FlowPage>
  );
}
