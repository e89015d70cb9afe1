import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Picture as PictureData } from "#api/types";
import { Credit } from "./credit";
import { cutOf, timesAsWide } from "./cut";
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
  /** Too small for a line of text below: by whom it is, is said where it stands large. */
  small?: boolean;
}

/**
 * A picture in the best format the browser knows, and small below it by whom it is, if that is
 * known; its main colour fills the space meanwhile.
 */
export function Picture({ className, small = false, ...props }: Props) {
  const { picture } = props;
  if (small || !picture?.credit) return <Frame {...props} className={className} />;
  return (
    <figure className={`${styles.credited} ${className ?? ""}`}>
      <Frame {...props} className={styles.inner} />
      <figcaption className={styles.credit}>
        <Credit picture={picture} />
      </figcaption>
    </figure>
  );
}

type FrameProps = Omit<Props, "small">;

function Frame({ picture, sizes, priority = false, fallback, className, whole }: FrameProps) {
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
  const factor = whole ? 1 : timesAsWide(picture);
  return (
    <picture className={box}>
      {picture.sources.map(({ type, srcset }) => (
        <source key={type} type={type} srcSet={srcset} sizes={times(sizes, factor)} />
      ))}
      <img
        ref={image}
        className={styles.image}
        // Nothing would take it away again from behind a picture that one can see through.
        data-colour={state === "loading" && !still ? picture.colour : undefined}
        data-cut={whole ? undefined : cutOf(picture)}
        data-focus-x={steps(picture.focus_x)}
        data-focus-y={steps(picture.focus_y)}
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

/** Lengths as in `sizes`, so many times as long: of what is cut, the whole is as wide as that. */
function times(sizes: string, factor: number): string {
  if (factor === 1) return sizes;
  const longer = (length: string) => Math.ceil(Number.parseFloat(length) * factor);
  return sizes.replaceAll(/[\d.]+(?=(?:rem|vw)(?:,|$))/g, (length) => `${longer(length)}`);
}

/**
 * Where a picture is cut, in tens of per cent, as the style sheet has rules for these: the policy
 * forbids style attributes. Away from the middle, so that rounding takes no focus out of sight at
 * the ends of a panorama, whose visible part may be a seventh.
 */
function steps(percent: number): number {
  const outwards = 50 + (percent - 50) * 1.25;
  return Math.round(Math.min(100, Math.max(0, outwards)) / 10) * 10;
}

function MissingPicture(props: { className: string; alt: string; drawing: ReactNode }) {
  return (
    <div className={`${props.className} ${styles.missing}`}>
      {props.drawing && <div aria-hidden="true">{props.drawing}</div>}
      {props.alt && <p className={styles.alt}>{props.alt}</p>}
    </div>
  );
}
