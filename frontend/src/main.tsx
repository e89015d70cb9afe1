import "#fonts/fallbacks.css";
import "#styles/tokens.css";
import "#styles/base.css";
import { startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { readPageData, readStoryUnderWay } from "#api/page-data";
import { storyOfPage } from "#api/story";
import type { Story } from "#api/types";
import { countVisits, takeWay } from "#api/visit";
import { readKept } from "#features/letter/outbox/kept-letters";
import { keepForOffline } from "#offline/keep-for-offline";
import { App } from "./app";
import { loadPageAt } from "./routes";

const root = document.getElementById("root");
if (!root) throw new Error('The page has no element with the id "root".');

const pageData = readPageData();
const { code, base = "" } = pageData;
const way = takeWay(code);

/** Gives the page to React; what the server drew stays in place until all that it needs is there. */
async function takeOver(root: HTMLElement, pause = 5_000): Promise<void> {
  let story: Story | null = null;
  try {
    story = await storyOfPage(pageData, readStoryUnderWay());
  } catch {
    // A page that was drawn is whole, and its links work; any other says what is wrong.
    if (root.hasChildNodes()) {
      window.setTimeout(() => void takeOver(root, 2 * pause), pause);
      return;
    }
  }
  await loadPageAt(window.location.pathname.slice(base.length), story).catch(() => undefined);

  // Nobody reads a preview but those who made it.
  if (!base) countVisits(code, way);

  const app = (
    <App router={({ children }) => <BrowserRouter basename={base}>{children}</BrowserRouter>} />
  );
  // In a transition, React yields to what the reader does meanwhile.
  startTransition(() => {
    if (root.hasChildNodes()) hydrateRoot(root, app);
    else createRoot(root).render(app);
  });

  // A preview is private, and Vite's development server has no built files: neither is kept.
  if (story && !base && import.meta.env.PROD) void keepForOffline(story).catch(() => undefined);
}

await takeOver(root);

// A letter that waited for a connection is sent when the next page opens, whichever it is.
if (readKept().waiting.length > 0) {
  void import("#features/letter/outbox/letter-queue").then(({ keepSending }) => keepSending());
}
