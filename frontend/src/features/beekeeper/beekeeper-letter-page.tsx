import { Trans } from "@lingui/react/macro";
import type { Story } from "../../api/types";
import { FlowPage } from "../../components/flow-page";
import { PageHeading } from "../../components/page-heading";
import styles from "./beekeeper-letter-page.module.css";
import { LetterPhoto } from "./letter-photo";
import { LetterTexts } from "./letter-texts";

/** The beekeeper's letter in its own language, and what it says. */
export default function BeekeeperLetterPage({ story }: { story: Story }) {
  const { name, letter } = story.beekeeper;
  return (
    <FlowPage page="beekeeper-letter" story={story} className={styles.page}>
      <PageHeading className={styles.heading}>
        <Trans>A letter from {name}</Trans>
      </PageHeading>
      {letter?.photo && <LetterPhoto photo={letter.photo} />}
      {letter ? <LetterTexts letter={letter} /> : <NoLetterYet name={name} />}
    </FlowPage>
  );
}

function NoLetterYet({ name }: { name: string }) {
  return (
    <div className={styles.blank}>
      <p>
        <Trans>
          {name}'s letter is still on its way: it is written by hand, and the post from the forest
          takes its time.
        </Trans>
      </p>
    </div>
  );
}
