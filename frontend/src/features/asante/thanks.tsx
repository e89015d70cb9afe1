import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Story } from "#api/types";
import { PageHeading } from "#components/page/page-heading";
import { RecipeLink } from "#components/story/recipe-link";
import { SoldBy } from "#components/story/sold-by";
import { ButtonLink } from "#components/ui/button";
import { pagePath } from "#paths";
import { PublicLetters } from "./public-letters";
import styles from "./thanks.module.css";

interface Props {
  story: Story;
  /** Stands beside the invitation to write. */
  face?: ReactNode;
  /** Stands after the invitation to write. */
  share?: ReactNode;
}

/** The end of a story: write to the beekeeper first of all, then whatever else one may do. */
export function Thanks({ story, face, share }: Props) {
  const { another, beekeeper, code, honey, letters, retailer } = story;
  const { name } = beekeeper;
  return (
    <div className={styles.thanks}>
      {face}
      <div className={styles.invitation}>
        <PageHeading kicker={<Trans>Thank you for reading</Trans>}>
          <Trans>Asante!</Trans>
        </PageHeading>
        <p className={styles.lead}>
          <Trans>
            This was the story of your jar. <bdi>{name}</bdi> would like to hear where it is eaten,
            and with what. Every letter is read, translated and brought to the forest.
          </Trans>
        </p>
        <div className={styles.first}>
          <ButtonLink to={pagePath(code, "beekeeper-message")}>
            <span>
              <Trans>
                Write to <bdi>{name}</bdi>
              </Trans>
            </span>
          </ButtonLink>
          {share}
        </div>
      </div>
      {letters.length > 0 && <PublicLetters beekeeper={name} letters={letters} />}
      <div className={styles.more}>
        {honey.recipe && <RecipeLink recipe={honey.recipe} />}
        {another && (
          <p className={styles.another}>
            <Trans>
              Another jar, another story:{" "}
              <Link to={pagePath(another.code, "menu")}>
                meet <bdi>{another.beekeeper}</bdi>
              </Link>
            </Trans>
          </p>
        )}
        {retailer && <SoldBy retailer={retailer} />}
      </div>
    </div>
  );
}
