import { Trans } from "@lingui/react/macro";
import type { Story } from "../../api/types";
import { FlowPage } from "../../components/flow-page";
import { PageHeading } from "../../components/page-heading";
import { Prose } from "../../components/prose";
import styles from "./beekeeper-letter-page.module.css";
import { LetterPhoto } from "./letter-photo";

/** The beekeeper's letter in its own language, and what it says. */
export default function BeekeeperLetterPage({ story }: { story: Story }) {
  const { name, letter } = story.beekeeper;
  return (
    <FlowPage page="beekeeper-letter" story={story} className={styles.page}>
      <PageHeading>
        <Trans>A letter from {name}</Trans>
      </PageHeading>
      {letter ? (
        <>
          {letter.photo && <LetterPhoto photo={letter.photo} />}
          <div className={styles.texts}>
            <section className={styles.paper} lang={letter.language}>
              <Prose text={letter.text} className={styles.handwriting} />
            </section>
            <section>
              <h2>
                <Trans>In English</Trans>
              </h2>
              <Prose text={letter.translation} />
            </section>
          </div>
        </>
      ) : (
        <p>
          <Trans>{name}'s letter is still on its way to us.</Trans>
        </p>
      )}
    </FlowPage>
  );
}
