import { Suspense, useEffect } from "react";
import { Route, Routes, useParams } from "react-router";
import { useStory } from "#api/story";
import type { Story } from "#api/types";
import { type CountedPage, showPage } from "#api/visit";
import { PageBoundary } from "#components/loading/page-boundary";
import { type Preloadable, Preloaded, preloadable } from "#components/loading/preloadable";
import { StoryFailed, StoryPending } from "#components/loading/story-states";
import { useIdlePreload } from "#components/loading/use-idle-preload";
import { VisitStart } from "#components/page/moved-here";
import { useDocumentTitle } from "#components/page/use-document-title";
import {
  chaptersOf,
  type FixedPageName,
  isOwnName,
  isPersonPage,
  landingPath,
  type PageName,
  pagePath,
  placeOf,
} from "./paths";

const PAGES = {
  menu: preloadable(() => import("#features/menu/menu-page")),
  beekeeper: preloadable(() => import("#features/beekeeper/beekeeper-page")),
  "beekeeper-letter": preloadable(() => import("#features/beekeeper/beekeeper-letter-page")),
  people: preloadable(() => import("#features/beekeeper/people-page")),
  brought: preloadable(() => import("#features/beekeeper/brought-page")),
  asante: preloadable(() => import("#features/asante/asante-page")),
  "beekeeper-message": preloadable(() => import("#features/letter/beekeeper-message-page")),
  "honey-type": preloadable(() => import("#features/honey/honey-type-page")),
  "honey-harvest": preloadable(() => import("#features/honey/honey-harvest-page")),
  "honey-health": preloadable(() => import("#features/honey/honey-health-page")),
  "environment-forest": preloadable(() => import("#features/footprint/environment-forest-page")),
  "environment-carbon-graph": preloadable(
    () => import("#features/footprint/environment-carbon-graph-page"),
  ),
  "environment-net-carbon": preloadable(
    () => import("#features/footprint/environment-net-carbon-page"),
  ),
  "tanzania-map": preloadable(() => import("#features/forest/tanzania-map-page")),
  "tanzania-forest": preloadable(() => import("#features/forest/tanzania-forest-page")),
  journey: preloadable(() => import("#features/forest/journey-page")),
} satisfies Record<FixedPageName, Preloadable<{ story: Story }>>;

const PERSON = preloadable(() => import("#features/beekeeper/person-page"));

const OWN = preloadable(() => import("#features/own/own-page"));
const LANDING = preloadable(() => import("#features/landing/landing-page"));
const UNKNOWN_CODE = preloadable(() => import("#features/landing/unknown-code-page"));
const NO_SUCH_PAGE = preloadable(() => import("#features/menu/no-such-page"));

function isPageOf(story: Story, name: string): name is PageName {
  const mayBe = Object.hasOwn(PAGES, name) || isPersonPage(name) || isOwnName(name);
  return mayBe && Object.hasOwn(story.titles, name);
}

function preloadOf(page: PageName): () => Promise<unknown> {
  if (isOwnName(page)) return OWN.preload;
  return (isPersonPage(page) ? PERSON : PAGES[page]).preload;
}

/** Fetches the code of the page at an address, so that it can be drawn at once. */
export async function loadPageAt(pathname: string, story: Story | null): Promise<void> {
  const [area, , ...rest] = pathname.split("/").filter(Boolean);
  const name = rest.join("/") || "menu";
  if (area === undefined) await LANDING.preload();
  else if (!story) await UNKNOWN_CODE.preload();
  else if (isPageOf(story, name)) await preloadOf(name)();
  else await NO_SUCH_PAGE.preload();
}

/** Fetches the code of all pages. */
export async function loadAllPages(): Promise<void> {
  const pages = [...Object.values(PAGES), PERSON, OWN, LANDING, UNKNOWN_CODE, NO_SUCH_PAGE];
  await Promise.all(pages.map((page) => page.preload()));
}

export function StoryRoutes() {
  return (
    <VisitStart>
      <Suspense>
        <Routes>
          <Route path="/" element={<Landing />} />
          <Route path="/q/:code" element={<JarPage />} />
          <Route path="/app/:code/*" element={<JarPage />} />
          <Route path="*" element={<Landing />} />
        </Routes>
      </Suspense>
    </VisitStart>
  );
}

function Landing() {
  useIdlePreload(PAGES.menu.preload);
  return (
    <PageBoundary menuHref={landingPath}>
      <Preloaded of={LANDING} with={{}} />
    </PageBoundary>
  );
}

function JarPage() {
  const { code = "", "*": rest } = useParams();
  const page = rest || "menu";
  const { answer, retry } = useStory(code);
  return (
    <PageBoundary key={`${code}/${page}`} menuHref={pagePath(code, "menu")}>
      {answer.status === "pending" && <StoryPending />}
      {answer.status === "failed" && <StoryFailed error={answer.error} onRetry={retry} />}
      {answer.status === "unknown" && (
        <Preloaded of={UNKNOWN_CODE} with={{ unknown: answer.unknown }} />
      )}
      {answer.status === "found" &&
        (isPageOf(answer.story, page) ? (
          <FoundPage page={page} story={answer.story} />
        ) : (
          <Preloaded of={NO_SUCH_PAGE} with={{ story: answer.story }} />
        ))}
    </PageBoundary>
  );
}

function FoundPage({ page, story }: { page: PageName; story: Story }) {
  useDocumentTitle(story.titles[page]);
  const counted = countedAs(page);
  useEffect(() => showPage(story.code, counted), [story.code, counted]);
  useIdlePreload(page === "people" ? PERSON.preload : preloadOf(nextAfter(page, story)));
  if (isPersonPage(page)) return <Preloaded of={PERSON} with={{ story, page }} />;
  if (isOwnName(page)) return <Preloaded of={OWN} with={{ story, page }} />;
  return <Preloaded of={PAGES[page]} with={{ story }} />;
}

/** One of several beekeepers is counted with all of them, and so are the enterprise's own pages. */
function countedAs(page: PageName): CountedPage {
  if (isOwnName(page)) return "own";
  return isPersonPage(page) ? "people" : page;
}

function nextAfter(page: PageName, story: Story): PageName {
  if (page !== "menu") return placeOf(page, story).next;
  return chaptersOf(story)[0]?.pages[0] ?? "menu";
}
