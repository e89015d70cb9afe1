import { type ComponentType, lazy, Suspense } from "react";
import { Route, Routes, useParams } from "react-router";
import { useStory } from "./api/story";
import type { Story } from "./api/types";
import { VisitStart } from "./components/moved-here";
import { PageBoundary } from "./components/page-boundary";
import { StoryFailed, StoryPending } from "./components/story-states";
import { useDocumentTitle } from "./components/use-document-title";
import { useIdlePreload } from "./components/use-idle-preload";
import { landingPath, type PageName, pagePath, placeOf } from "./paths";

type StoryPage = ComponentType<{ story: Story }>;

const LOADERS: Record<PageName, () => Promise<{ default: StoryPage }>> = {
  menu: () => import("./features/menu/menu-page"),
  beekeeper: () => import("./features/beekeeper/beekeeper-page"),
  "beekeeper-letter": () => import("./features/beekeeper/beekeeper-letter-page"),
  "beekeeper-message": () => import("./features/letter/beekeeper-message-page"),
  "honey-type": () => import("./features/honey/honey-type-page"),
  "honey-harvest": () => import("./features/honey/honey-harvest-page"),
  "honey-health": () => import("./features/honey/honey-health-page"),
  "environment-forest": () => import("./features/footprint/environment-forest-page"),
  "environment-carbon-graph": () => import("./features/footprint/environment-carbon-graph-page"),
  "environment-net-carbon": () => import("./features/footprint/environment-net-carbon-page"),
  "tanzania-map": () => import("./features/forest/tanzania-map-page"),
  "tanzania-forest": () => import("./features/forest/tanzania-forest-page"),
};

const loadLanding = () => import("./features/landing/landing-page");
const loadUnknownCode = () => import("./features/landing/unknown-code-page");

const LandingPage = lazy(loadLanding);
const UnknownCodePage = lazy(loadUnknownCode);
const NoSuchPage = lazy(() => import("./features/menu/no-such-page"));
const PAGES: Record<string, StoryPage> = Object.fromEntries(
  Object.entries(LOADERS).map(([name, load]) => [name, lazy(load)]),
);

function isPageName(name: string): name is PageName {
  return Object.hasOwn(LOADERS, name);
}

/** Fetches the code of the page at an address, so that it can be drawn at once. */
export async function loadPageAt(pathname: string): Promise<void> {
  const [area, , name = "menu"] = pathname.split("/").filter(Boolean);
  if (area === undefined) await loadLanding();
  else if (isPageName(name)) await LOADERS[name]();
}

export function StoryRoutes() {
  return (
    <VisitStart>
      <Suspense>
        <Routes>
          <Route path="/" element={<Landing />} />
          <Route path="/q/:code" element={<JarPage />} />
          <Route path="/app/:code/:page?" element={<JarPage />} />
          <Route path="*" element={<Landing />} />
        </Routes>
      </Suspense>
    </VisitStart>
  );
}

function Landing() {
  useIdlePreload(LOADERS.menu);
  return (
    <PageBoundary menuHref={landingPath}>
      <LandingPage />
    </PageBoundary>
  );
}

function JarPage() {
  const { code = "", page = "menu" } = useParams();
  const { answer, retry } = useStory(code);
  return (
    <PageBoundary key={`${code}/${page}`} menuHref={pagePath(code, "menu")}>
      {answer.status === "pending" && <StoryPending />}
      {answer.status === "failed" && <StoryFailed error={answer.error} onRetry={retry} />}
      {answer.status === "unknown" && <UnknownCodePage unknown={answer.unknown} />}
      {answer.status === "found" &&
        (isPageName(page) ? (
          <FoundPage page={page} story={answer.story} />
        ) : (
          <NoSuchPage story={answer.story} />
        ))}
    </PageBoundary>
  );
}

function FoundPage({ page, story }: { page: PageName; story: Story }) {
  const Page = PAGES[page] ?? NoSuchPage;
  useDocumentTitle(story.titles[page]);
  useIdlePreload(LOADERS[page === "menu" ? "beekeeper" : placeOf(page).next]);
  return <Page story={story} />;
}
