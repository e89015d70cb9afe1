import { Picture } from "#components/ui/picture";
import { Brought } from "#features/beekeeper/brought/brought";
import { Introduction } from "#features/beekeeper/introduction";
import { Letter } from "#features/beekeeper/letter";
import { LetterSides } from "#features/beekeeper/letter-sides";
import { People } from "#features/beekeeper/people/people";
import { pagesOf } from "#paths";
import { Part, type PlacedPart } from "./part";
import styles from "./part.module.css";

/** Who harvested the honey, their letter in both languages. */
export function BeekeeperPart({ story, ...place }: PlacedPart) {
  const { beekeeper, forest, people } = story;
  const { letter } = beekeeper;
  const opening = <Introduction beekeeper={beekeeper} forest={forest} />;
  return (
    <Part flow="beekeeper" {...place} opening={opening}>
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
      {people.length > 0 && <People story={story} />}
      {people.map((person) => (
        <Introduction key={person.number} beekeeper={person} forest={forest} />
      ))}
      {pagesOf("beekeeper", story).includes("brought") && <Brought story={story} />}
    </Part>
  );
}
