import { BeekeeperIcon } from "#art/beekeeper-icon";
import { Picture } from "#components/ui/picture";
import type { BlocksProps } from "./blocks";
import styles from "./blocks.module.css";

/** People, as far as each agrees to be shown. */
export function PersonBlocks({ blocks }: BlocksProps) {
  return (
    <ul className={styles.people}>
      {blocks.map(
        ({ person, text }) =>
          person && (
            <li key={person.name} className={styles.person}>
              <Picture
                picture={person.portrait}
                sizes="6rem"
                small
                fallback={<BeekeeperIcon className={styles.faceless} />}
                className={styles.face}
              />
              <div>
                <p className={styles.name} dir="auto">
                  {person.name}
                </p>
                {person.village && (
                  <p className={styles.small} dir="auto">
                    {person.village}
                  </p>
                )}
                {text && <p dir="auto">{text}</p>}
              </div>
            </li>
          ),
      )}
    </ul>
  );
}
