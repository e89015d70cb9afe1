import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import type { Story } from "#api/types";
import { BeekeeperIcon } from "#art/beekeeper-icon";
import { PageHeading } from "#components/page/page-heading";
import { Picture } from "#components/ui/picture";
import { Heading } from "#components/ui/still";
import { pagePath } from "#paths";
import styles from "./people.module.css";

/** The other beekeepers of the batch, as far as they agree to be shown; each leads to their page. */
export function People({ story }: { story: Story }) {
  const { beekeeper, code, forest, people } = story;
  return (
    <div className={styles.page}>
      <PageHeading kicker={forest.title}>
        <Trans>
          Together with <bdi>{beekeeper.name}</bdi>
        </Trans>
      </PageHeading>
      <p className={styles.lead}>
        <Plural
          value={people.length}
          one="The honey of this lot did not come from one hand. Somebody else who harvested it:"
          other="The honey of this lot did not come from one hand. Others who harvested it:"
        />
      </p>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.number} className={styles.person}>
            <Picture
              picture={person.portrait}
              sizes="(min-width: 44rem) 15rem, 8rem"
              small
              fallback={<BeekeeperIcon className={styles.missing} />}
              className={styles.portrait}
            />
            <div>
              <Heading level={2} className={styles.name}>
                <Link to={pagePath(code, `people/${person.number}`)}>
                  <bdi>{person.name}</bdi>
                </Link>
              </Heading>
              {person.village && <p className={styles.village}>{person.village}</p>}
              {person.since !== null && (
                <p className={styles.village}>
                  <Trans>Beekeeper since {String(person.since)}</Trans>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
