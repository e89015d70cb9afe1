import { Trans } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import type { Story } from "#api/types";
import { FlowPage } from "#components/flow/flow-page";
import { PageHeading } from "#components/page/page-heading";
import { LetterForm } from "#features/letter/form/letter-form";
import { keepDraft } from "#features/letter/form/use-draft";
import { keepSending } from "#features/letter/outbox/letter-queue";
import { photoOf } from "#features/letter/outbox/photo-text";
import styles from "./beekeeper-message-page.module.css";
import { MyLetters } from "./my-letters";
import { useSend } from "./use-send";

const FIRST = { count: 0, photo: null };

/** Writing back to the beekeeper. */
export default function BeekeeperMessagePage({ story }: { story: Story }) {
  const { code } = story;
  const { name } = story.beekeeper;
  const send = useSend(code, name);
  // When the reader takes a waiting letter back, a new form starts with its text.
  const [takenBack, setTakenBack] = useState<{ count: number; photo: Blob | null }>(FIRST);
  useEffect(keepSending, []);
  return (
    <FlowPage page="beekeeper-message" story={story} className={styles.page}>
      <div className={styles.start}>
        <PageHeading>
          <Trans>
            Write to <bdi>{name}</bdi>
          </Trans>
        </PageHeading>
        <p className={styles.lead}>
          <Trans>Say how the honey tastes, where you eat it, or ask what you want to know.</Trans>
        </p>
        <MyLetters
          code={code}
          onTakeBack={({ letter, photo }) => {
            keepDraft(code, {
              name: letter.name,
              message: letter.message,
              email: letter.email ?? "",
            });
            const count = takenBack.count + 1;
            setTakenBack({ count, photo: photo ? photoOf(photo) : null });
          }}
        />
      </div>
      <LetterForm
        key={takenBack.count}
        code={code}
        beekeeper={name}
        photo={takenBack.photo}
        onSend={send}
      />
      <WhatHappens name={name} />
    </FlowPage>
  );
}

function WhatHappens({ name }: { name: string }) {
  return (
    <section className={styles.steps}>
      <h2>
        <Trans>What will happen to it</Trans>
      </h2>
      <ol>
        <li>
          <Trans>Someone in our team reads your message and translates it.</Trans>
        </li>
        <li>
          <Trans>
            It goes to <bdi>{name}</bdi> on paper, with your name, and the answer is written by
            hand.
          </Trans>
        </li>
        <li>
          <Trans>
            We translate the reply. You find it on a private page whose link you get when you send,
            and in your email if you gave an address. From the forest that can take some weeks.
          </Trans>
        </li>
      </ol>
    </section>
  );
}
