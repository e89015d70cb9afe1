import { Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { ButtonLink } from "#components/ui/button";
import { pagePath } from "#paths";

/** The one thing to do first: read the letter, or meet whoever has not written one. */
export function FirstStep({ story }: { story: Story }) {
  const { name, letter } = story.beekeeper;
  return (
    <p>
      <ButtonLink to={pagePath(story.code, letter ? "beekeeper-letter" : "beekeeper")}>
        {letter ? (
          <Trans>
            Read the letter from <bdi>{name}</bdi>
          </Trans>
        ) : (
          <Trans>
            Meet <bdi>{name}</bdi>
          </Trans>
        )}
      </ButtonLink>
    </p>
  );
}
