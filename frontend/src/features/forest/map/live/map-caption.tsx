import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import styles from "./map-caption.module.css";

interface Props {
  /** How exact it is. */
  note: ReactNode;
  /** The id that the map is described by. */
  helpId: string;
  /** Whether the map could not be drawn. */
  isStill: boolean;
}

/** How exact the map is, how to move the map, and who made its data. */
export function MapCaption({ note, helpId, isStill }: Props) {
  return (
    <figcaption className={styles.caption}>
      {note && <p>{note}</p>}
      {isStill ? (
        <p>
          <Trans>This browser could not draw the moving map, so this is a still one.</Trans>
        </p>
      ) : (
        <p id={helpId}>
          <span className={styles.byFinger}>
            <Trans>
              Turn the map with one finger sideways or with two fingers any way; pinch or double-tap
              to come nearer.
            </Trans>
          </span>
          <span className={styles.byMouse}>
            <Trans>
              Drag the map to move it; double-click, or hold Ctrl or ⌘ and scroll, to zoom. On the
              keyboard: arrow keys, + and −.
            </Trans>
          </span>
        </p>
      )}
      <p>
        <Trans>Made with Natural Earth.</Trans>
      </p>
    </figcaption>
  );
}
