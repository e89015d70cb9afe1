import { Trans, useLingui } from "@lingui/react/macro";
import type { Story } from "../../api/types";
import { FlowPage } from "../../components/flow-page";
import { Notice } from "../../components/notice";
import { PageHeading } from "../../components/page-heading";
import styles from "./beekeeper-message-page.module.css";
import { LetterForm } from "./letter-form";

/** Writing back to the beekeeper. Sending is not open yet, and the page says so first. */
export default function BeekeeperMessagePage({ story }: { story: Story }) {
  const { t } = useLingui();
  const { name } = story.beekeeper;
  return (
    <FlowPage page="beekeeper-message" story={story} className={styles.page}>
      <div className={styles.start}>
        <PageHeading>
          <Trans>Write to {name}</Trans>
        </PageHeading>
        <p className={styles.lead}>
          <Trans>Say how the honey tastes, where you eat it, or ask what you want to know.</Trans>
        </p>
        <Notice title={t`Sending is not open yet`}>
          <p>
            <Trans>
              You can write your message now, but it cannot be sent yet. It stays on this device, in
              this tab, until you close it.
            </Trans>
          </p>
        </Notice>
      </div>
      <LetterForm code={story.code} beekeeper={name} />
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
          <Trans>{name} gets it on paper, with your name, and writes back by hand.</Trans>
        </li>
        <li>
          <Trans>
            We translate the reply and send it to your email address. From the forest that can take
            some weeks.
          </Trans>
        </li>
      </ol>
    </section>
  );
}
