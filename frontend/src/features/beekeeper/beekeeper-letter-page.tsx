import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Story } from "#api/types";
import { FlowPage } from "#components/page/flow-page";
import { PageHeading } from "#components/page/page-heading";
import styles from "./beekeeper-letter-page.module.css";
import { LetterPhoto } from "./letter-photo";
import { LetterTexts } from "./letter-texts";

/** The beekeeper's letter in its own language, and what it says. */
export default function BeekeeperLetterPage({ story }: { story: Story }) {
  const { name, is_group, letter } = story.beekeeper;
  return (
    <FlowPage page="beekeeper-letter" story={story} className={styles.page}>
      <PageHeading className={styles.heading}>
        <Trans>A letter from {name}</Trans>
      </PageHeading>
      {letter?.photo && <LetterPhoto photo={letter.photo} />}
      {letter && <LetterTexts letter={letter} />}
      {!letter && <Blank>{is_group ? <Together name={name} /> : <NotYet name={name} />}</Blank>}
    </FlowPage>
  );
}

function Blank({ children }: { children: ReactNode }) {
  return (
    <div className={styles.blank}>
      <p>{children}</p>
    </div>
  );
}

function NotYet({ name }: { name: string }) {
  return (
    <Trans>
      {name}'s letter is still on its way: it is written by hand, and the post from the forest takes
      its time.
    </Trans>
  );
}

function Together({ name }: { name: string }) {
  return (
    <Trans>
      On this jar {name} tell their story together, so there is no letter from one of them here. You
      can write to them all the same, and will have an answer by hand.
    </Trans>
  );
}
