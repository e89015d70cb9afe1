import { Trans, useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useRef, useState } from "react";
import type { Picture as PictureData } from "#api/types";
import { AllPictures } from "#components/ui/all-pictures";
import { Arrow } from "#components/ui/arrow";
import { Picture } from "#components/ui/picture";
import { useFold } from "#components/ui/use-fold";
import styles from "./gallery.module.css";
import { HarvestPictures } from "./harvest-pictures";

interface Props {
  label: string;
  pictures: readonly PictureData[];
}

const UNFOLDED = { first: 6, most: 8 };

/** Pictures one at a time, and of many the later ones side by side in a fold. */
export function Gallery({ label, pictures }: Props) {
  const [shown, folded] = useFold(pictures, UNFOLDED);
  return (
    <div className={styles.whole}>
      <Strip label={label} pictures={shown} />
      {folded.length > 0 && (
        <AllPictures count={pictures.length}>
          <HarvestPictures pictures={folded} />
        </AllPictures>
      )}
    </div>
  );
}

/** Pictures in a strip: by buttons, arrow keys or a finger, which turns no page here. */
function Strip({ label, pictures }: Props) {
  const strip = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState(0);

  function show(index: number) {
    const box = strip.current;
    box?.scrollTo({ left: index * box.clientWidth });
  }

  function turnByKey(event: KeyboardEvent) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    show(shown + step);
  }

  return (
    <section aria-label={label} data-no-swipe className={styles.gallery} onKeyDown={turnByKey}>
      <ul
        ref={strip}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it
        tabIndex={0}
        aria-label={label}
        className={styles.strip}
        onScroll={({ currentTarget: box }) => {
          setShown(Math.round(box.scrollLeft / box.clientWidth));
        }}
      >
        {pictures.map((picture, index) => (
          <li key={picture.src}>
            <Picture
              picture={picture}
              sizes="(min-width: 75rem) 38rem, (min-width: 44rem) 55vw, 100vw"
              priority={index === 0}
            />
          </li>
        ))}
      </ul>
      {pictures.length > 1 && <Turns shown={shown} count={pictures.length} onShow={show} />}
    </section>
  );
}

function Turns(props: { shown: number; count: number; onShow: (index: number) => void }) {
  const { t } = useLingui();
  const { shown, count, onShow } = props;
  const number = shown + 1;
  return (
    <div className={styles.turns}>
      <button
        type="button"
        aria-label={t`Picture before`}
        aria-disabled={shown === 0}
        onClick={() => onShow(shown - 1)}
      >
        <Arrow direction="left" />
      </button>
      <p aria-live="polite">
        <Trans>
          Picture {number} of {count}
        </Trans>
      </p>
      <button
        type="button"
        aria-label={t`Picture after`}
        aria-disabled={number === count}
        onClick={() => onShow(shown + 1)}
      >
        <Arrow direction="right" />
      </button>
    </div>
  );
}
