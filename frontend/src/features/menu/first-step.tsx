import { Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { ButtonLink } from "#components/ui/button";
import { pagePath } from "#paths";
import styles from "./first-step.module.css";

/** The one thing to do first: read the letter, or meet whoever has not written one. */
export function FirstStep({ story }: { story: Story }) {
  const { name, letter } = story.beekeeper;
  return (
    <p className={styles.step}>
      <ButtonLink to={pagePath(story.code, letter ? "beekeeper-letter" : "beekeeper")}>
        {/* One child: between several, the button has its gap. */}
        <span>
          {letter ? (
            <Trans>
              Read the letter from <bdi>{name}</bdi>
            </Trans>
          ) : (
            <Trans>
              Meet <bdi>{name}</bdi>
            </Trans>
          )}
        </span>
      </ButtonLink>
    </p>
  );
}
