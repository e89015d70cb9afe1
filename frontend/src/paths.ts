/** The parts of a story, in reading order, each with its pages in order. A page's name is its address. */
const FLOWS = {
  beekeeper: ["beekeeper", "beekeeper-letter", "people", "brought"],
  honey: ["honey-type", "honey-harvest", "honey-health"],
  forest: ["tanzania-map", "tanzania-forest", "journey"],
  footprint: ["environment-forest", "environment-carbon-graph", "environment-net-carbon"],
  asante: ["asante", "beekeeper-message"],
} as const satisfies Record<string, readonly string[]>;

export type FlowName = keyof typeof FLOWS;
export type FlowPageName = (typeof FLOWS)[FlowName][number];
/** The page of one of several beekeepers, by their number. One comes to it from `people`. */
export type PersonPageName = `people/${number}`;
/** A page of the list above, which every story could have. */
export type FixedPageName = "menu" | FlowPageName;
export type PageName = FixedPageName | PersonPageName;

/** Every page that a story can have, in reading order. */
export const PAGE_NAMES = ["menu", ...Object.values(FLOWS).flat()] as const;

export const FLOW_NAMES = Object.keys(FLOWS) as FlowName[];

/** The code on the jar that stands for everyone who has none. */
export const DEFAULT_CODE = "PUREJOY";

export const landingPath = "/";

/** What is known of readers; only the server draws it. */
export const privacyPath = "/privacy";

export function pagePath(code: string, page: PageName): string {
  return `/app/${encodeURIComponent(code)}/${page}`;
}

/** The whole story on one page, which only the server draws: link to it with a plain `<a>`. */
export function readPath(code: string): string {
  return `/app/${encodeURIComponent(code)}/read`;
}

/** Where a letter is sent to by a form without a script; the scripts have the API. */
export function plainLetterPath(code: string): string {
  return `/letters/new/${encodeURIComponent(code)}`;
}

/** What of a story says which pages it has: their titles, by their names. */
type Titled = Readonly<{ titles: Readonly<Record<string, string>> }>;

/** The pages of a part that a story has. */
export function pagesOf(flow: FlowName, { titles }: Titled): readonly FlowPageName[] {
  return FLOWS[flow].filter((page) => Object.hasOwn(titles, page));
}

export function isPersonPage(page: string): page is PersonPageName {
  return /^people\/\d+$/.test(page);
}

export interface Place {
  flow: FlowName;
  /** Counted from 1. */
  number: number;
  count: number;
  previous: PageName;
  next: FixedPageName;
}

/**
 * Where a page stands in its flow; the first leads back to the menu, the last on to the next flow. A
 * person's page leads back to the page of all, and on as that does.
 */
export function placeOf(page: FlowPageName | PersonPageName, story: Titled): Place {
  if (isPersonPage(page)) return { ...placeOf("people", story), previous: "people" };
  const flow = flowOf(page);
  const pages = pagesOf(flow, story);
  const index = pages.indexOf(page);
  return {
    flow,
    number: index + 1,
    count: pages.length,
    previous: pages[index - 1] ?? "menu",
    next: pages[index + 1] ?? firstPageAfter(flow, story),
  };
}

/** The part of the story that a page belongs to. */
export function flowOf(page: FlowPageName): FlowName {
  const isOf = (flow: FlowName) => FLOWS[flow].some((name) => name === page);
  return FLOW_NAMES.find(isOf) ?? "beekeeper";
}

function firstPageAfter(flow: FlowName, story: Titled): FixedPageName {
  const later = FLOW_NAMES.slice(FLOW_NAMES.indexOf(flow) + 1);
  return later.flatMap((name) => pagesOf(name, story)).at(0) ?? "menu";
}
