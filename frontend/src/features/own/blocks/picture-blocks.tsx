import { Picture } from "#components/ui/picture";
import type { BlocksProps } from "./blocks";
import styles from "./blocks.module.css";

const WIDE = "(min-width: 48rem) 46rem, 100vw";
const HALF = "(min-width: 48rem) 23rem, 100vw";

/** Pictures with their captions; several stand side by side where there is room. */
export function PictureBlocks({ blocks, first }: BlocksProps) {
  return (
    <div className={styles.pictures}>
      {blocks.map(({ picture, text }, index) => (
        <figure key={picture?.src} className={styles.picture}>
          <Picture
            picture={picture}
            sizes={blocks.length > 1 ? HALF : WIDE}
            priority={first && index === 0}
            className={styles.plate}
          />
          {text && <figcaption dir="auto">{text}</figcaption>}
        </figure>
      ))}
    </div>
  );
}
