import type { PageName } from "#paths";
import { stored } from "#stored";

type SeenPages = Readonly<Record<string, readonly PageName[]>>;

/** Who holds more jars than this knows their stories by heart. */
const MOST_JARS = 20;
const seen = stored<SeenPages>("seen", {});

/** Remembers on this device, and nowhere else, that its reader was on a page of a jar. */
export function markSeen(code: string, page: PageName): void {
  const { [code]: pages = [], ...others } = seen.read();
  if (pages.includes(page)) return;
  const latest = Object.entries(others).slice(1 - MOST_JARS);
  seen.keep({ ...Object.fromEntries(latest), [code]: [...pages, page] });
}

/** Forgets a jar's pages, on a device that is not the reader's own. */
export function forgetSeenPages(code: string): void {
  const { [code]: _, ...others } = seen.read();
  seen.keep(Object.keys(others).length > 0 ? others : null);
}

/** The pages of a jar that this device has shown; none in what the server draws. */
export function useSeenPages(code: string): readonly PageName[] {
  return seen.useKept()[code] ?? [];
}
