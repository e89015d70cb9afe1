import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Story } from "#api/types";
import { MAP_LABELS } from "#features/forest/map/painting/map-labels";
import type { Step } from "#features/forest/map/steps";
import type { Stop } from "#features/forest/way/stops";
import { activeLocales } from "#locales/format";
import { type OpenMap, openMap } from "./open-map";

const ZOOM_PER_PRESS = 1.7;
/** In CSS pixels. */
const MOVE_PER_PRESS = 60;

const MOVES: Record<string, [right: number, down: number]> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
const ZOOMS: Record<string, number> = { "+": 1, "=": 1, "-": -1 };

/** Opens the map in its frame, and returns its state and what its buttons and keys do. */
export function useMap(forest: Story["forest"], way?: readonly Stop[]) {
  const { i18n, t } = useLingui();
  const frame = useRef<HTMLDivElement>(null);
  const map = useRef<OpenMap>(null);
  const [state, setState] = useState<"opening" | "open" | "failed">("opening");
  const [step, setStep] = useState<Step | null>(null);

  useEffect(() => {
    // The server draws only the still map: this leaves the rest of the map out of its bundle.
    if (import.meta.env.SSR) return;
    const closing = new AbortController();
    async function open(element: HTMLDivElement) {
      map.current = await openMap({
        frame: element,
        forest,
        ...(way && { way }),
        labels: MAP_LABELS.map((label) => ({ ...label, text: i18n._(label.text) })),
        compass: {
          north: t({ message: "N", context: "degrees" }),
          east: t({ message: "E", context: "degrees" }),
          south: t({ message: "S", context: "degrees" }),
          west: t({ message: "W", context: "degrees" }),
        },
        locales: activeLocales(),
        onStep: setStep,
        onFail: () => {
          closing.abort();
          setState("failed");
        },
        signal: closing.signal,
      });
      setState("open");
    }
    if (frame.current)
      open(frame.current).catch(() => closing.signal.aborted || setState("failed"));
    return () => {
      closing.abort();
      map.current = null;
    };
  }, [forest, way, i18n, t]);

  const zoom = (presses: number) => map.current?.zoom(ZOOM_PER_PRESS ** presses);
  return {
    frame,
    state,
    step,
    goTo: (to: Step) => map.current?.goTo(to),
    zoom,
    onKeyDown(event: KeyboardEvent) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const move = MOVES[event.key];
      const presses = ZOOMS[event.key];
      if (move) map.current?.move(move[0] * MOVE_PER_PRESS, move[1] * MOVE_PER_PRESS);
      if (presses) zoom(presses);
      // The arrow keys would turn the page.
      if (move || presses) event.preventDefault();
    },
  };
}
