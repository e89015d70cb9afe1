import { Trans, useLingui } from "@lingui/react/macro";
import { describeError } from "../api/describe-error";
import { Button } from "./button";
import { Notice } from "./notice";
import { PageHeading } from "./page-heading";
import { PageShell } from "./page-shell";
import styles from "./story-states.module.css";
import { useDocumentTitle } from "./use-document-title";

/** Shown while a story is fetched; stays unseen when that is quick. */
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
