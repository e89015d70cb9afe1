import { Trans, useLingui } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { PageHeading } from "#components/page/page-heading";
import { Prose } from "#components/ui/prose";

/** Why the forest matters while it stands, in words. */
export function Importance({ forest }: { forest: Story["forest"] }) {
  const { t } = useLingui();
  const unwritten = t`Nobody has written down yet what this forest does for the land and the people around it.`;
  return (
    <>
      <PageHeading kicker={forest.title}>
        <Trans>Why a standing forest matters</Trans>
      </PageHeading>
      <Prose text={forest.importance || unwritten} />
    </>
  );
}
