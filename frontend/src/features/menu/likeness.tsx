import type { Story } from "#api/types";
import { EmptyJar } from "#art/empty-jar";
import { Picture } from "#components/ui/picture";
import styles from "./likeness.module.css";

/** Who harvested the honey, the jar small beside them; the jar alone where no face may be shown. */
export function Likeness({ story }: { story: Story }) {
  const { portrait } = story.beekeeper;
  const jar = story.honey.jar_photo;
  return (
    <div className={styles.likeness}>
      <Picture
        picture={portrait ?? jar}
        sizes="(min-width: 75rem) 27rem, (min-width: 44rem) 40vw, 100vw"
        priority
        fallback={<EmptyJar className={styles.missing} />}
        className={styles.hero}
      />
      {portrait && jar && <Picture picture={jar} sizes="7rem" small className={styles.jar} />}
    </div>
  );
}
