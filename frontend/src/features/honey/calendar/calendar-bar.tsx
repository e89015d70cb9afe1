import { useId } from "react";
import type { Story } from "#api/types";
import styles from "./calendar-bar.module.css";
import type { Span } from "./year-spans";

export type CalendarKind = Story["forest"]["seasons"][number]["kind"] | "jar";

const MONTH_LINES = Array.from({ length: 11 }, (_, index) => index + 1);

const percent = (part: number) => `${part * 100}%`;

interface Props {
  kind: CalendarKind;
  spans: readonly Span[];
  /** Shaded behind the spans: the days that the whole calendar points at. */
  marked: readonly Span[];
}

/** One year from left to right with its spans; each kind has its own pattern as well as colour. */
export function CalendarBar({ kind, spans, marked }: Props) {
  const pattern = useId();
  return (
    <svg aria-hidden="true" className={styles.bar} data-kind={kind}>
      <Pattern id={pattern} kind={kind} />
      <rect width="100%" height="100%" className={styles.track} />
      {marked.map(({ start, end }) => (
        <rect
          key={start}
          x={percent(start)}
          width={percent(end - start)}
          height="100%"
          className={styles.marked}
        />
      ))}
      {MONTH_LINES.map((month) => (
        <line
          key={month}
          x1={percent(month / 12)}
          x2={percent(month / 12)}
          y2="100%"
          className={styles.month}
        />
      ))}
      {spans.map(({ start, end }) => (
        <g key={start}>
          <rect {...box(start, end)} className={styles.span} />
          <rect {...box(start, end)} fill={`url(#${pattern})`} />
        </g>
      ))}
    </svg>
  );
}

function box(start: number, end: number) {
  return { x: percent(start), width: percent(end - start), y: "15%", height: "70%", rx: 4 };
}

function Pattern({ id, kind }: { id: string; kind: CalendarKind }) {
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
      {kind === "rain" && <path d="M-2 10 10-2M-2 2 2-2M6 10l4-4" className={styles.ink} />}
      {kind === "bloom" && <circle cx="4" cy="4" r="1.5" className={styles.dot} />}
    </pattern>
  );
}
