import { Trans, useLingui } from "@lingui/react/macro";
import { describeError } from "#api/describe-error";
import { PageHeading } from "#components/page/page-heading";
import { PageShell } from "#components/page/page-shell";
import { useDocumentTitle } from "#components/page/use-document-title";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import styles from "./story-states.module.css";

/** Shown while a story is fetched, unless that takes less than 300 ms. */
export function StoryPending() {
  const { t } = useLingui();
  return (
    <PageShell title={t`Upendo Honey`}>
      <p role="status" className={styles.pending}>
        <Trans>Fetching the story of this jar…</Trans>
      </p>
    </PageShell>
  );
}

/** Shown when a story could not be fetched: what happened, and another try. */
export function StoryFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useLingui();
  const title = t`Upendo Honey`;
  useDocumentTitle(title);
  return (
    <PageShell title={title} className={styles.failed}>
      <PageHeading>
        <Trans>The story did not arrive</Trans>
      </PageHeading>
      <Notice tone="alert">
        <p>{describeError(error)}</p>
      </Notice>
      <p>
        <Button onClick={onRetry}>
          <Trans>Try again</Trans>
        </Button>
      </p>
    </PageShell>
  );
}
