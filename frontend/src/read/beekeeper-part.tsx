import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import type { Story } from "#api/types";
import { Picture } from "#components/ui/picture";
import { Introduction } from "#features/beekeeper/introduction";
import { Letter } from "#features/beekeeper/letter";
import { LetterSides } from "#features/beekeeper/letter-sides";
import { pagePath } from "#paths";
import { Part } from "./part";
import styles from "./part.module.css";

/** Who harvested the honey, their letter in both languages, and the way to write to them. */
export function BeekeeperPart({ story }: { story: Story }) {
  const { beekeeper, code } = story;
  const { name, letter } = beekeeper;
  return (
    <Part flow="beekeeper" first opening={<Introduction story={story} />}>
      <Letter
        beekeeper={beekeeper}
        photo={
          letter?.photo && (
            <Picture
              picture={letter.photo}
              sizes="(min-width: 75rem) 22rem, (min-width: 44rem) 40vw, 100vw"
              whole
              className={styles.letter}
            />
          )
        }
        texts={letter && <LetterSides letter={letter} />}
      />
      <Link to={pagePath(code, "beekeeper-message")}>
        <Trans>Write to {name}</Trans>
      </Link>
    </Part>
  );
}
