import { Trans, useLingui } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { PageHeading } from "#components/page/page-heading";
import { PageShell } from "#components/page/page-shell";
import { ButtonLink } from "#components/ui/button";
import { pagePath } from "#paths";

/** Shown for a known jar with a page name that does not exist. */
export default function NoSuchPage({ story }: { story: Story }) {
  const { t } = useLingui();
  return (
    <PageShell title={t`No such page`} code={story.code}>
      <PageHeading>
        <Trans>This jar has no such page</Trans>
      </PageHeading>
      <p>
        <Trans>The address may have been shortened or mistyped. The jar's story is all here:</Trans>
      </p>
      <ButtonLink to={pagePath(story.code, "menu")}>
        <Trans>Open the menu</Trans>
      </ButtonLink>
    </PageShell>
  );
}
