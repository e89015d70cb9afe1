import { useLingui } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { LiveMap } from "#features/forest/map/live/live-map";
import { StillWay } from "#features/forest/map/still/still-way";
import type { Stop } from "#features/forest/way/stops";
import { WayNote } from "./way-note";

interface Props {
  forest: Story["forest"];
  way: readonly Stop[];
}

/** The map that flies out of the forest and shows the whole way of a batch. */
export function WayMap({ forest, way }: Props) {
  const { t } = useLingui();
  return (
    <LiveMap
      forest={forest}
      way={way}
      name={t`Map: the way of this honey`}
      still={<StillWay way={way} />}
      note={<WayNote />}
    />
  );
}
