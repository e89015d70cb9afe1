import { Trans, useLingui } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { Disclosure } from "#components/ui/disclosure";
import { extentOf } from "#features/forest/place/shapes";
import type { Whereabouts } from "#features/forest/place/whereabouts";
import { describePosition } from "#features/forest/place/whereabouts-words";
import { formatNumber } from "#locales/format";
import styles from "./map-facts.module.css";

/** So many names are read at a glance; more are folded away. */
const AT_A_GLANCE = 8;

interface Props {
  forest: Story["forest"];
  whereabouts: Whereabouts;
  className?: string | undefined;
}

/** What the map shows, in words and figures. */
export function MapFacts({ forest, whereabouts, className = "" }: Props) {
  const { i18n } = useLingui();
  const extent = forest.boundary && extentOf(forest.boundary);
  const [across, along] = [extent?.across ?? 0, extent?.along ?? 0].map((km) =>
    formatNumber(km, 3),
  );
  return (
    <dl className={`${styles.facts} ${className}`}>
      <div>
        <dt>
          <Trans>The middle of the forest</Trans>
        </dt>
        <dd>{describePosition(whereabouts, i18n)}</dd>
      </div>
      {extent && (
        <div>
          <dt>
            <Trans>The outline on the map</Trans>
          </dt>
          <dd>
            <Trans>
              {across} km from west to east, {along} km from north to south
            </Trans>
          </dd>
        </div>
      )}
      {forest.near && <NearBy {...forest.near} />}
      {forest.apiaries.length > 0 && (
        <div>
          <dt>
            <Trans>Where the hives hang</Trans>
          </dt>
          <dd>
            <Apiaries names={forest.apiaries.map(({ name }) => name)} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** What the map shows around the forest, by name. */
function NearBy({ towns, rivers, lakes }: NonNullable<Story["forest"]["near"]>) {
  const [townNames, riverNames, lakeNames] = [towns, rivers, lakes].map((kind) => kind.join(", "));
  return (
    <div>
      <dt>
        <Trans>Near it on the map</Trans>
      </dt>
      {townNames && (
        <dd>
          <Trans>Places: {townNames}</Trans>
        </dd>
      )}
      {riverNames && (
        <dd>
          <Trans>Rivers: {riverNames}</Trans>
        </dd>
      )}
      {lakeNames && (
        <dd>
          <Trans>Lakes: {lakeNames}</Trans>
        </dd>
      )}
    </div>
  );
}

function Apiaries({ names }: { names: string[] }) {
  const count = names.length;
  if (count <= AT_A_GLANCE) return names.join(", ");
  return (
    <Disclosure summary={<Trans>In {count} places: their names</Trans>}>
      <ul className={styles.names}>
        {names.map((name) => (
          <li key={name}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
