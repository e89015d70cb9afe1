import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Story } from "#api/types";
import { PageHeading } from "#components/page/page-heading";
import styles from "./letter.module.css";
import { LetterRecording } from "./letter-recording";

interface Props {
  beekeeper: Story["beekeeper"];
  /** The handwriting, and what it says: how, is for each page to choose. */
  photo: ReactNode;
  texts: ReactNode;
}

/** The beekeeper's letter in its own language, and what it says. */
export function Letter({ beekeeper, photo, texts }: Props) {
  const { name, is_group, letter } = beekeeper;
  return (
    <div className={styles.letter}>
      <PageHeading className={styles.heading}>
        <Trans>
          A letter from <bdi>{name}</bdi>
        </Trans>
      </PageHeading>
      <LetterRecording letter={letter} className={styles.recording} />
      {photo}
      {texts}
      {!letter && <Blank>{is_group ? <Together name={name} /> : <NotYet name={name} />}</Blank>}
    </div>
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
      <bdi>{name}</bdi>'s letter is still on its way: it is written by hand, and the post from the
      forest takes its time.
    </Trans>
  );
}

function Together({ name }: { name: string }) {
  return (
    <Trans>
      On this jar <bdi>{name}</bdi> tell their story together, so there is no letter from one of
      them here. You can write to them all the same, and will have an answer by hand.
    </Trans>
  );
}
