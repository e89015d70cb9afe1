import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Story } from "#api/types";
import { Disclosure } from "#components/ui/disclosure";
import { Heading } from "#components/ui/still";
import { useFold } from "#components/ui/use-fold";
import { AntelopeMark, LeafMark } from "./marks";
import { SourceLine } from "./source-line";
import styles from "./species-list.module.css";

type Species = Story["forest"]["species"][number];

interface Props {
  title: ReactNode;
  kind: Species["kind"];
  /** All species of the forest; those of the kind are listed. */
  species: Species[];
}

const UNFOLDED = { first: 8, most: 12 };

const MARKS = { plant: LeafMark, animal: AntelopeMark };

/** The plants or the animals of a forest; nothing when none are known. */
export function SpeciesList({ title, kind, species }: Props) {
  const listed = species.filter((one) => one.kind === kind);
  const [shown, folded] = useFold(listed, UNFOLDED);
  if (listed.length === 0) return null;
  const Mark = MARKS[kind];
  const shared = sharedSource(listed);
  return (
    <section className={styles.kind}>
      <Heading level={2} className={styles.title}>
        <Mark />
        {title}
      </Heading>
      <Cards species={shown} withSource={shared === null} />
      {folded.length > 0 && (
        <Disclosure summary={<Trans>{folded.length} more</Trans>}>
          <Cards species={folded} withSource={shared === null} />
        </Disclosure>
      )}
      {shared !== null && <SourceLine source={shared} />}
    </section>
  );
}

function Cards({ species, withSource }: { species: readonly Species[]; withSource: boolean }) {
  return (
    <ul className={styles.list}>
      {species.map((one) => (
        <li key={one.name}>
          <Heading level={3}>{one.name}</Heading>
          {one.latin_name && (
            <p className={styles.latin} lang="la">
              {one.latin_name}
            </p>
          )}
          {one.note && <p className={styles.note}>{one.note}</p>}
          {withSource && <SourceLine source={one.source} />}
        </li>
      ))}
    </ul>
  );
}

/** The one source that all have, if so: it is then said once. */
function sharedSource([first, ...others]: Species[]): string | null {
  return first && others.every(({ source }) => source === first.source) ? first.source : null;
}
