/** A part of the year as fractions of it: 0 is the start of January, 1 the end of December. */
export interface Span {
  start: number;
  end: number;
}

// Over the new year a span falls into two parts, drawn in calendar order.
function wrap(start: number, end: number): Span[] {
  if (start < end) return [{ start, end }];
  return [
    { start: 0, end },
    { start, end: 1 },
  ].filter((span) => span.end > span.start);
}

/** The parts of the year from the first to the last of two months, both whole, counted from 1. */
export function spansOfMonths(first: number, last: number): Span[] {
  return wrap((first - 1) / 12, last / 12);
}

/** The parts of the year between two ISO dates, both days included. */
export function spansOfDates(from: string, to: string): Span[] {
  return wrap(placeInYear(from, 0), placeInYear(to, 1));
}

// Months are drawn equally wide, so a day's place is counted within its month.
function placeInYear(iso: string, wholeDays: number): number {
  const date = new Date(iso);
  const month = date.getUTCMonth();
  const days = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return (month + (date.getUTCDate() - 1 + wholeDays) / days) / 12;
}
