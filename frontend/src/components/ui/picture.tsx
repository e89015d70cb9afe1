import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Picture as PictureData } from "#api/types";
import styles from "./picture.module.css";
import { useStill } from "./still";

interface Props {
  picture: PictureData | null;
  /** How wide it is shown, as in HTML: "(min-width: 60rem) 40rem, 100vw". */
  sizes: string;
  /** The main picture of its page or part; of a page's first part, fetched before it is near. */
  priority?: boolean;
  /** Drawn when there is no picture or it does not load. */
  fallback?: ReactNode;
  className?: string | undefined;
  /** Shown whole even if it is a strip, such as a panorama: a letter, a logo. */
  whole?: boolean;
}

/** From this many times its height on, a picture is a strip, and cut to a common shape. */
const STRIP = 2;

/** A picture in the best format the browser knows; its main colour fills the space meanwhile. */
export function Picture({ picture, sizes, priority = false, fallback, className, whole }: Props) {
  const [state, setState] = useState<"loading" | "shown" | "broken">("loading");
  const image = useRef<HTMLImageElement>(null);
  const still = useStill();
  const soon = priority && (!still || still.first);
  const box = `${styles.box} ${className ?? ""}`;

  // The server's picture may have arrived, or failed, before anybody listened.
  useEffect(() => {
    const { complete, currentSrc, naturalWidth } = image.current ?? {};
    if (complete && currentSrc) setState(naturalWidth ? "shown" : "broken");
  }, []);

  if (!picture || state === "broken") {
    return <MissingPicture className={box} alt={picture?.alt ?? ""} drawing={fallback} />;
  }
  return (
    <picture className={box}>
      {picture.sources.map(({ type, srcset }) => (
        <source key={type} type={type} srcSet={srcset} sizes={sizes} />
      ))}
      <img
        ref={image}
        className={styles.image}
        // Nothing would take it away again from behind a picture that one can see through.
        data-colour={state === "loading" && !still ? picture.colour : undefined}
        data-strip={(!whole && picture.width > STRIP * picture.height) || undefined}
        data-focus-x={tens(picture.focus_x)}
        data-focus-y={tens(picture.focus_y)}
        alt={picture.alt}
        width={picture.width}
        height={picture.height}
        decoding="async"
        loading={soon ? "eager" : "lazy"}
        fetchPriority={soon ? "high" : "auto"}
        onLoad={() => setState("shown")}
        onError={() => setState("broken")}
        src={picture.src}
      />
    </picture>
  );
}

/** Rounds to tens, as the style sheet has rules for these: the policy forbids style attributes. */
function tens(percent: number): number {
  return Math.round(percent / 10) * 10;
}

function MissingPicture(props: { className: string; alt: string; drawing: ReactNode }) {
  return (
    <div className={`${props.className} ${styles.missing}`}>
      {props.drawing && <div aria-hidden="true">{props.drawing}</div>}
      {props.alt && <p className={styles.alt}>{props.alt}</p>}
    </div>
  );
}
