import { Trans, useLingui } from "@lingui/react/macro";
import { useRef } from "react";
import type { Picture as PictureData } from "#api/types";
import { Button } from "#components/ui/button";
import { Picture } from "#components/ui/picture";
import styles from "./letter-photo.module.css";

/** The handwriting, and the same larger in a dialog. */
export function LetterPhoto({ photo }: { photo: PictureData }) {
  const { t } = useLingui();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <figure className={styles.figure}>
      <Picture
        picture={photo}
        sizes="(min-width: 75rem) 22rem, (min-width: 44rem) 40vw, 100vw"
        priority
        whole
        className={styles.photo}
      />
      <Button look="quiet" onClick={() => dialog.current?.showModal()}>
        <Trans>Enlarge the handwriting</Trans>
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-label={t`The handwriting, enlarged`}>
        <form method="dialog" className={styles.bar}>
          <Button type="submit">
            <Trans>Close</Trans>
          </Button>
        </form>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it */}
        <section className={styles.desk} tabIndex={0} aria-label={photo.alt}>
          <Picture picture={photo} sizes="(min-width: 75rem) 90vw, 60rem" whole />
        </section>
      </dialog>
    </figure>
  );
}
