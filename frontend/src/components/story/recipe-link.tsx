import { Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { VisuallyHidden } from "#components/ui/visually-hidden";
import styles from "./recipe-link.module.css";

/** Leads to a recipe on somebody else's site. */
export function RecipeLink({ recipe }: { recipe: NonNullable<Story["honey"]["recipe"]> }) {
  return (
    <p className={styles.recipe}>
      <span className={styles.label}>
        <Trans>A recipe for it</Trans>
      </span>
      <a href={recipe.url} target="_blank" rel="noopener" className={styles.link}>
        {recipe.title}
        <VisuallyHidden>
          {" "}
          <Trans>(opens in a new tab)</Trans>
        </VisuallyHidden>
      </a>
    </p>
  );
}
