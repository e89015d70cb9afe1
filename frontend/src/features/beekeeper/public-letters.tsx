import { Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { Heading } from "#components/ui/still";
import styles from "./public-letters.module.css";

interface Props {
  beekeeper: string;
  letters: Story["letters"];
}

/** What readers and the beekeeper wrote to each other, where both agreed to show it. */
export function PublicLetters({ beekeeper, letters }: Props) {
  return (
    <section className={styles.letters}>
      <Heading level={2}>
        <Trans>Letters to and from {beekeeper}</Trans>
      </Heading>
      {letters.map(({ question, answer, signed }) => (
        <figure key={question + signed} className={styles.exchange}>
          <blockquote>{question}</blockquote>
          <figcaption>{signed}</figcaption>
          <blockquote className={styles.answer}>{answer}</blockquote>
          <figcaption>{beekeeper}</figcaption>
        </figure>
      ))}
    </section>
  );
}
