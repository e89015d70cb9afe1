import { Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { Picture } from "#components/ui/picture";
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
        <Trans>
          Letters to and from <bdi>{beekeeper}</bdi>
        </Trans>
      </Heading>
      {letters.map(({ question, answer, signed, photo }) => (
        <figure key={question + signed} className={styles.exchange}>
          <blockquote dir="auto">{question}</blockquote>
          {photo && <Picture picture={photo} sizes="22rem" className={styles.photo} />}
          <figcaption dir="auto">{signed}</figcaption>
          <blockquote className={styles.answer} dir="auto">
            {answer}
          </blockquote>
          <figcaption dir="auto">{beekeeper}</figcaption>
        </figure>
      ))}
    </section>
  );
}
