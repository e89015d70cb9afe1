const LOCALE = "en-GB";

/** "1,906": a number as readers in Britain write it. */
export function formatNumber(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(LOCALE, options).format(value);
}

/** "1,906 g": whole grams, which never stand on a line of their own. */
export function formatGrams(grams: number): string {
  return `${formatNumber(grams, { maximumFractionDigits: 0 })}\u00a0g`;
}

// A date without a time belongs to no time zone: read and written in the same one, it stays itself.
function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: "UTC" });
}

/** "2 September 2026" for an ISO date. */
export function formatDate(iso: string): string {
  return dates({ dateStyle: "long" }).format(new Date(iso));
}

/** "8 June – 19 July 2026" for two ISO dates. */
export function formatDateRange(from: string, to: string): string {
  const range = dates({ dateStyle: "long" }).formatRange(new Date(from), new Date(to));
  // Around the dash stand thin spaces, which our fonts do not have.
  return range.replaceAll("\u2009", " ");
}

/** The name of a month counted from 1: "January", or "J" if narrow. */
export function formatMonth(month: number, style: "long" | "narrow" = "long"): string {
  return dates({ month: style }).format(new Date(Date.UTC(2000, month - 1)));
}

/** "beekeeping, transport and sea freight". */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(LOCALE).format(items);
}
