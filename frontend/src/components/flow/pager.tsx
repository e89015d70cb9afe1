import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Arrow } from "#components/ui/arrow";
import { type Place, pagePath } from "#paths";
import { titleOf } from "./chapter-titles";
import styles from "./pager.module.css";

/** Previous, "2 of 3" and Next; at the ends of a flow the menu and the next flow. */
export function Pager({ code, place }: { code: string; place: Place }) {
  const { t } = useLingui();
  const { number, count } = place;
  return (
    <nav className={styles.pager} aria-label={t`Pages`}>
      <div className={styles.side}>
        <Link to={pagePath(code, place.previous)} className={styles.previous}>
          <Arrow direction="left" />
          <span>{place.previous === "menu" ? <Trans>Menu</Trans> : <Trans>Previous</Trans>}</span>
        </Link>
      </div>
      <p className={styles.place}>
        <span className={styles.dots} aria-hidden="true">
          {Array.from({ length: count }, (_, index) => index + 1).map((dot) => (
            <span key={dot} data-here={dot === number || undefined} />
          ))}
        </span>
        <Trans>
          {number} of {count}
        </Trans>
      </p>
      <div className={styles.side}>
        <Link to={pagePath(code, place.next)} className={styles.next}>
          <NextLabel place={place} />
          <Arrow direction="right" />
        </Link>
      </div>
    </nav>
  );
}

function NextLabel({ place }: { place: Place }): ReactNode {
  const { i18n } = useLingui();
  if (place.next === "menu") return <Trans>Menu</Trans>;
  if (!place.nextChapter) return <Trans>Next</Trans>;
  const title = titleOf(place.nextChapter, i18n);
  return <Trans>Next: {title}</Trans>;
}
