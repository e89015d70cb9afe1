import type { OwnPage } from "#api/types";
import { PageHeading } from "#components/page/page-heading";
import { Blocks } from "#features/own/blocks/blocks";
import styles from "./composed.module.css";

/** What stands on a page of the enterprise's own. */
export function Composed({ page }: { page: OwnPage }) {
  return (
    <article className={styles.composed}>
      <PageHeading>
        <span dir="auto">{page.title}</span>
      </PageHeading>
      <Blocks blocks={page.blocks} />
    </article>
  );
}
