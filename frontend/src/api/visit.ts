/**
 * Tells the server of a visit when the page is left: how it began, and what of the story was seen.
 * A visit is one opening of a story in one tab. It has no name: each message holds only what is new
 * since the last one, and what was told already is remembered in this page's memory alone. Nothing
 * is stored on the device, nor read off it but that the reader has said no.
 */
import { pagePath } from "#paths";
import { stored } from "#stored";
import { normaliseCode } from "./code";
import type { components } from "./schema";

type Beacon = components["schemas"]["VisitRequest"];
/** A page as it is counted: all of the enterprise's own under one name. */
export type CountedPage = Beacon["pages"][number];
export type Way = Beacon["way"];
export type Act = Beacon["acts"][number];

interface Visit {
  way: Way;
  /** What was seen and done, told or not. */
  known: Set<CountedPage | Act>;
  untold: { opened: boolean; pages: CountedPage[]; acts: Act[] };
}

/** How the story that came with the page was opened. */
interface Beginning {
  code: string | null;
  way: Way;
  /** A reload, or Back: the visit began earlier, and was told of when it was left. */
  goesOn: boolean;
}

const ADDRESS = "/api/v1/visits/";
const WAYS: readonly Way[] = ["square", "typed", "shared", "gs1"];

/** What `upendo/site/static/site/privacy.js` keeps for a reader who has said no there. */
const uncounted = stored("uncounted", false);

let beginning: Beginning | null = null;
let visits = new Map<string, Visit>();
let typed = "";
let shown: { code: string; page: CountedPage } | null = null;

/**
 * Reads how the story that came with the page was opened off the page's address, and takes it off:
 * what a redirect of the server's has put behind a #, and the square's own address. Otherwise whoever
 * opens the address that somebody copies and passes on would count as one who scanned a jar.
 */
export function takeWay(code: string | null): Way {
  const { hash, pathname, search } = window.location;
  const isSquare = /^\/q\//i.test(pathname);
  const way = WAYS.find((name) => hash === `#${name}`) ?? (isSquare ? "square" : "shared");
  if (code && way !== "shared") {
    const isItsOwn = isSquare && normaliseCode(pathname) === code;
    const address = isItsOwn ? pagePath(code, "menu") : pathname;
    window.history.replaceState(window.history.state, "", address + search);
  }
  return way;
}

/** Begins to count, unless the reader has said no; give the code that came with the page. */
export function countVisits(code: string | null, way: Way): void {
  if (isRefused()) return;
  const [navigation] = performance.getEntriesByType("navigation");
  const { type } = Object(navigation);
  beginning = { code, way, goesOn: type === "reload" || type === "back_forward" };
  visits = new Map();
  document.addEventListener("visibilitychange", () => (isInSight() ? see() : tell()));
  window.addEventListener("pagehide", tell);
  window.addEventListener("online", tell);
}

/** Whether the reader said no: to all sites, in the browser's settings, or to us, at /privacy. */
function isRefused(): boolean {
  const { globalPrivacyControl, doNotTrack } = Object(navigator);
  return globalPrivacyControl === true || doNotTrack === "1" || uncounted.read();
}

/** Notes that the reader has typed a code, whose story is shown next. */
export function noteTyped(code: string): void {
  typed = code;
}

/** Notes that a page of a story is shown. */
export function showPage(code: string, page: CountedPage): void {
  shown = { code, page };
  see();
}

/** Notes what the reader does on the page that is shown. */
export function noteAct(act: Act): void {
  const visit = shown && visits.get(shown.code);
  if (visit) note(visit, act, visit.untold.acts);
}

/** A page in a tab that is opened behind another, or drawn beforehand, is not seen yet. */
function isInSight(): boolean {
  return document.visibilityState === "visible";
}

function see(): void {
  if (!beginning || !shown || !isInSight()) return;
  const { code, page } = shown;
  const visit = visits.get(code) ?? begin(beginning, code, page);
  visits.set(code, visit);
  note(visit, page, visit.untold.pages);
}

function begin({ code, way, goesOn }: Beginning, opened: string, page: CountedPage): Visit {
  const isFirst = opened === code;
  const isTold = isFirst && goesOn;
  return {
    way: isFirst ? way : opened === typed ? "typed" : "shared",
    known: new Set(isTold ? ["menu", page] : []),
    untold: { opened: !isTold, pages: [], acts: [] },
  };
}

function note<T extends CountedPage | Act>(visit: Visit, what: T, untold: T[]): void {
  if (visit.known.has(what)) return;
  visit.known.add(what);
  untold.push(what);
}

/** Tells what is new; without a connection it waits until there is one, or the tab is closed. */
function tell(): void {
  if (!navigator.onLine) return;
  for (const [code, visit] of visits) {
    const { opened, pages, acts } = visit.untold;
    if (!opened && pages.length + acts.length === 0) continue;
    send({ code, way: visit.way, opened, pages, acts });
    visit.untold = { opened: false, pages: [], acts: [] };
  }
}

function send(beacon: Beacon): void {
  const body = new Blob([JSON.stringify(beacon)], { type: "application/json" });
  if (navigator.sendBeacon?.(ADDRESS, body)) return;
  // What becomes of it nobody has to know: a reader never notices that a visit was not counted.
  void fetch(ADDRESS, { method: "POST", body, keepalive: true }).catch(() => undefined);
}
