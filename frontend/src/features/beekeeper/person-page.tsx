import { Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { FlowPage } from "#components/flow/flow-page";
import { Heading } from "#components/ui/still";
import type { PersonPageName } from "#paths";
import { Introduction } from "./introduction";
import { LetterPhoto } from "./letter-photo";
import { LetterRecording } from "./letter-recording";
import { LetterTexts } from "./letter-texts";
import styles from "./person-page.module.css";

interface Props {
  story: Story;
  page: PersonPageName;
}

/** One of several beekeepers: who they are, and their letter if they wrote one. */
export default function PersonPage({ story, page }: Props) {
  const person = story.people.find(({ number }) => page === `people/${number}`);
  if (!person) return null;
  const { name, letter } = person;
  return (
    <FlowPage page={page} story={story} className={styles.page}>
      <Introduction beekeeper={person} forest={story.forest} />
      {letter && (
        <section className={styles.letter}>
          <Heading level={2}>
            <Trans>
              A letter from <bdi>{name}</bdi>
            </Trans>
          </Heading>
          <LetterRecording letter={letter} className={styles.recording} />
          {letter.photo && <LetterPhoto photo={letter.photo} />}
          <LetterTexts letter={letter} />
        </section>
      )}
    </FlowPage>
  );
}
