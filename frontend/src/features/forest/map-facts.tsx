import { Trans, useLingui } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { extentOf } from "#features/forest/place/shapes";
import type { Whereabouts } from "#features/forest/place/whereabouts";
import { describePosition } from "#features/forest/place/whereabouts-words";
import { formatNumber } from "#locales/format";
import styles from "./map-facts.module.css";

interface Props {
  forest: Story["forest"];
  whereabouts: Whereabouts;
  className?: string | undefined;
}

/** What the map shows, in words and figures. */
export function MapFacts({ forest, whereabouts, className = "" }: Props) {
  const { i18n } = useLingui();
  const extent = forest.boundary && extentOf(forest.boundary);
  const [across, along] = [extent?.across ?? 0, extent?.along ?? 0].map((km) => formatNumber(km));
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
      {forest.apiaries.length > 0 && (
        <div>
          <dt>
            <Trans>Where the hives hang</Trans>
          </dt>
          <dd>{forest.apiaries.map(({ name }) => name).join(", ")}</dd>
        </div>
      )}
    </dl>
  );
}
