import { useLingui } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { LiveMap } from "#features/forest/map/live/live-map";
import { StillMap } from "#features/forest/map/still/still-map";

/** The map that flies from the whole world down to a forest. */
export function ForestMap({ forest }: { forest: Story["forest"] }) {
  const { t } = useLingui();
  return (
    <LiveMap
      forest={forest}
      name={t`Map: where ${forest.title} lies`}
      still={<StillMap forest={forest} />}
      note={forest.boundary && forest.boundary_note}
    />
  );
}
