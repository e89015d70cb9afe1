import type { Picture as PictureData } from "#api/types";
import { Picture } from "#components/ui/picture";
import styles from "./harvest-pictures.module.css";

/** Pictures of the harvest, all at once. */
export function HarvestPictures({ pictures }: { pictures: readonly PictureData[] }) {
  return (
    <ul className={styles.pictures}>
      {pictures.map((picture) => (
        <li key={picture.src}>
          <Picture picture={picture} sizes="(min-width: 44rem) 20rem, 50vw" />
        </li>
      ))}
    </ul>
  );
}
