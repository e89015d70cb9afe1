import { Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { NewTabLink } from "#components/ui/new-tab-link";
import styles from "./recipe-link.module.css";

/** Leads to a recipe on somebody else's site. */
export function RecipeLink({ recipe }: { recipe: NonNullable<Story["honey"]["recipe"]> }) {
  return (
    <p className={styles.recipe}>
      <span className={styles.label}>
        <Trans>A recipe for it</Trans>
      </span>
      <NewTabLink href={recipe.url} className={styles.link}>
        {recipe.title}
      </NewTabLink>
    </p>
  );
}
