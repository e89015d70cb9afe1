import { i18n } from "@lingui/core";

/** "1,906" or "17.8": a number as readers of the active language write it. */
export function formatNumber(value: number, maximumFractionDigits = 1): string {
  return i18n.number(value, { maximumFractionDigits });
}

/** "1,906 g": whole grams, with no line break before the unit; what is less than one is not 0. */
export function formatGrams(grams: number): string {
  if (grams > 0 && grams < 0.5) return `< ${formatGrams(1)}`.replace(" ", "\u00a0");
  const options = { style: "unit", unit: "gram", maximumFractionDigits: 0 };
  return i18n.number(grams, options as Intl.NumberFormatOptions).replaceAll(/\s/g, "\u00a0");
}

/** "TZS 9,000": whole where the price is, else with two decimals; with no line break inside. */
export function formatMoney(amount: number, currency: string): string {
  const fraction = Number.isInteger(amount) ? 0 : 2;
  const money = i18n.number(amount, {
    style: "currency",
    currency,
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  });
  return money.replaceAll(/\s/g, "\u00a0");
}

/** What Intl calls the active language and region. */
export function activeLocales(): string[] {
  return [i18n.locales ?? i18n.locale].flat();
}

// A date without a time has no time zone. Parsed and formatted in UTC, it stays the same.
function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(activeLocales(), { ...options, timeZone: "UTC" });
}

/** "2 September 2026" for an ISO date. */
export function formatDate(iso: string): string {
  return dates({ dateStyle: "long" }).format(new Date(iso));
}

/** "September 2026" for an ISO date. */
export function formatMonthOfYear(iso: string): string {
  return dates({ month: "long", year: "numeric" }).format(new Date(iso));
}

/** "8 June – 19 July 2026" for two ISO dates. */
export function formatDateRange(from: string, to: string): string {
  const range = dates({ dateStyle: "long" }).formatRange(new Date(from), new Date(to));
  // Engines differ in what they put around the dash: thin spaces, which our fonts do not have, or
  // none within a month. The first view and the browser's are to be the same.
  return range.replace(/\s*\u2013\s*/, " \u2013 ");
}

/** The name of a month counted from 1: "January", or "J" if narrow. */
export function formatMonth(month: number, style: "long" | "narrow" = "long"): string {
  return dates({ month: style }).format(new Date(Date.UTC(2000, month - 1)));
}

/** "beekeeping, transport and sea freight". */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(activeLocales()).format(items);
}
