const NUMBER = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** "441,000": a number as readers of English write it. */
export function formatNumber(value: number): string {
  return NUMBER.format(value);
}
