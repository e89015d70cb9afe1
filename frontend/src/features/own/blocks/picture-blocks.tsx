import { AllPictures } from "#components/ui/all-pictures";
import { Picture } from "#components/ui/picture";
import { useFold } from "#components/ui/use-fold";
import type { BlocksProps } from "./blocks";
import styles from "./blocks.module.css";

const WIDE = "(min-width: 48rem) 46rem, 100vw";
const HALF = "(min-width: 48rem) 23rem, 100vw";

const UNFOLDED = { first: 6, most: 8 };

/** Pictures with their captions; several stand side by side where there is room, many in a fold. */
export function PictureBlocks({ blocks, first }: BlocksProps) {
  const [shown, folded] = useFold(blocks, UNFOLDED);
  return (
    <>
      <Pictures blocks={shown} first={first} />
      {folded.length > 0 && (
        <AllPictures count={blocks.length}>
          <Pictures blocks={folded} first={false} />
        </AllPictures>
      )}
    </>
  );
}

function Pictures({ blocks, first }: BlocksProps) {
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
