import { useLingui } from "@lingui/react/macro";
import { titleOf } from "#components/flow/chapter-titles";
import type { Chapter } from "#paths";
import styles from "./contents.module.css";

/** Leads to the parts of the page. */
export function Contents({ chapters }: { chapters: readonly Chapter[] }) {
  const { t, i18n } = useLingui();
  return (
    <nav aria-label={t`On this page`} className={styles.contents}>
      <ul>
        {chapters.map((chapter) => (
          <li key={chapter.id}>
            <a href={`#${chapter.id}`}>{titleOf(chapter, i18n)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
