const LOCALE = "en-GB";
const NUMBER = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const KILOMETRES = new Intl.NumberFormat(LOCALE, { style: "unit", unit: "kilometer" });

/** "441,000": a number as readers of English write it. */
export function formatNumber(value: number): string {
  return NUMBER.format(value);
}

/** "200 km". */
export function formatKilometres(value: number): string {
  return KILOMETRES.format(value);
}
