import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Story } from "../../api/types";
import { formatNumber } from "./format";
import { MAP_LABELS } from "./map-labels";
import type { OpenMap } from "./open-map";
import type { Step } from "./steps";

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

/** Opens the map on a canvas as soon as its code has come, and hands the reader's wishes to it. */
export function useMap(forest: Story["forest"]) {
  const { i18n, t } = useLingui();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const map = useRef<OpenMap>(null);
  const [state, setState] = useState<"opening" | "open" | "failed">("opening");
  const [step, setStep] = useState<Step | null>(null);

  useEffect(() => {
    let left = false;
    async function open() {
      const { openMap } = await import("./open-map");
      if (left || !canvas.current || !frame.current) return;
      map.current = openMap({
        canvas: canvas.current,
        frame: frame.current,
        forest,
        labels: MAP_LABELS.map((label) => ({ ...label, text: i18n._(label.text) })),
        kilometres: (km) => {
          const length = formatNumber(km);
          return t`${length} km`;
        },
        onStep: setStep,
      });
      setState("open");
    }
    open().catch(() => setState("failed"));
    return () => {
      left = true;
      map.current?.close();
      map.current = null;
    };
  }, [forest, i18n, t]);

  const zoom = (presses: number) => map.current?.zoom(ZOOM_PER_PRESS ** presses);
  return {
    frame,
    canvas,
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
