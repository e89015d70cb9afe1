/** The parts of a story, in reading order, each with its pages in order. A page's name is its address. */
const FLOWS = {
  beekeeper: ["beekeeper", "beekeeper-letter", "people", "brought"],
  honey: ["honey-type", "honey-harvest", "honey-health"],
  forest: ["tanzania-map", "tanzania-forest", "journey"],
  footprint: ["environment-forest", "environment-carbon-graph", "environment-net-carbon"],
  asante: ["asante", "beekeeper-message"],
} as const satisfies Record<string, readonly string[]>;

export type FlowName = keyof typeof FLOWS;
type FlowPageName = (typeof FLOWS)[FlowName][number];
/** The page of one of several beekeepers, by their number. One comes to it from `people`. */
export type PersonPageName = `people/${number}`;
/** A page that the enterprise has composed. */
export type OwnPageName = `p/${string}`;
/** A page of the list above, which every story could have. */
export type FixedPageName = "menu" | FlowPageName;
export type PageName = FixedPageName | PersonPageName | OwnPageName;

/** Every fixed page that a story can have, in reading order. */
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

export function ownName(slug: string): OwnPageName {
  return `p/${slug}`;
}

export function isOwnName(name: string): name is OwnPageName {
  return name.startsWith("p/");
}

/** The whole story on one page, which only the server draws: link to it with a plain `<a>`. */
export function readPath(code: string): string {
  return `/app/${encodeURIComponent(code)}/read`;
}

/** Where a letter is sent to by a form without a script; the scripts have the API. */
export function plainLetterPath(code: string): string {
  return `/letters/new/${encodeURIComponent(code)}`;
}

/** What of a story says which pages it has, and where they stand. */
type Arranged = Readonly<{
  /** The titles of its pages, by their names. */
  titles: Readonly<Record<string, string>>;
  /** Its parts in their order; none where they are the built-in ones alone. */
  contents: readonly Readonly<{
    kind: FlowName | "own";
    title: string;
    line: string;
    pages: readonly Readonly<{ slug: string }>[];
    /** The names of all pages that it may have; none where they stand as they do by themselves. */
    order: readonly string[];
  }>[];
}>;

/** A part of a story, as the menu leads to it. */
export interface Chapter {
  /** Tells it from the others. */
  id: PageName | FlowName;
  /** The built-in part that it is; null for one of the enterprise's own. */
  flow: FlowName | null;
  /** Its own words; empty where it is built in. */
  title: string;
  line: string;
  pages: readonly PageName[];
}

const AS_BUILT_IN = FLOW_NAMES.map((kind) => ({
  kind,
  title: "",
  line: "",
  pages: [],
  order: [] as readonly string[],
}));

/** The parts of a story in their order, each with the pages that the story has of it. */
export function chaptersOf(story: Arranged): Chapter[] {
  const contents = story.contents.length > 0 ? story.contents : AS_BUILT_IN;
  return contents.map(({ kind, title, line, pages, order }) => {
    const flow = kind === "own" ? null : kind;
    const all = [...(flow ? pagesOf(flow, story) : []), ...pages.map(({ slug }) => ownName(slug))];
    all.sort((one, other) => order.indexOf(one) - order.indexOf(other));
    return { id: flow ?? all[0] ?? "menu", flow, title, line, pages: all };
  });
}

/** The built-in pages of a part that a story has. */
export function pagesOf(
  flow: FlowName,
  { titles }: Pick<Arranged, "titles">,
): readonly FixedPageName[] {
  return FLOWS[flow].filter((page) => Object.hasOwn(titles, page));
}

export function isPersonPage(page: string): page is PersonPageName {
  return /^people\/\d+$/.test(page);
}

export interface Place {
  chapter: Chapter;
  /** Counted from 1. */
  number: number;
  count: number;
  previous: PageName;
  next: PageName;
  /** The part that `next` begins, if it is another one. */
  nextChapter: Chapter | null;
}

/**
 * Where a page stands in its part; the first leads back to the menu, the last on to the next part. A
 * person's page leads back to the page of all, and on as that does. From the pages of a hidden part,
 * which still open by their addresses, one comes to the menu.
 */
export function placeOf(page: PageName, story: Arranged): Place {
  if (isPersonPage(page)) return { ...placeOf("people", story), previous: "people" };
  const chapters = chaptersOf(story);
  const found = chapters.findIndex(({ pages }) => pages.includes(page));
  const chapter = chapters[found] ?? hiddenChapter(page, story);
  const index = chapter.pages.indexOf(page);
  const next = chapter.pages[index + 1];
  const following = (found >= 0 && !next && chapters[found + 1]) || null;
  return {
    chapter,
    number: index + 1,
    count: chapter.pages.length,
    previous: chapter.pages[index - 1] ?? "menu",
    next: next ?? following?.pages[0] ?? "menu",
    nextChapter: following,
  };
}

function hiddenChapter(page: PageName, story: Arranged): Chapter {
  const flow = FLOW_NAMES.find((name) => FLOWS[name].some((one) => one === page)) ?? "beekeeper";
  return { id: flow, flow, title: "", line: "", pages: pagesOf(flow, story) };
}
