import "#fonts/fallbacks.css";
import "#styles/tokens.css";
import "#styles/base.css";
import { startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { readPageData } from "#api/page-data";
import { rememberPageData } from "#api/story";
import { countVisits, takeWay } from "#api/visit";
import { readKept } from "#features/letter/outbox/kept-letters";
import { keepForOffline } from "#offline/keep-for-offline";
import { App } from "./app";
import { loadPageAt } from "./routes";

const root = document.getElementById("root");
if (!root) throw new Error('The page has no element with the id "root".');

const pageData = readPageData();
rememberPageData(pageData);
// What the server drew stays in place until the page's own code has loaded, so nothing goes blank.
const { story, base = "" } = pageData;
const way = takeWay(story?.code);
await loadPageAt(window.location.pathname.slice(base.length), pageData).catch(() => undefined);

// Nobody reads a preview but those who made it.
if (!base) countVisits(story?.code, way);

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

// A letter that waited for a connection is sent when the next page opens, whichever it is.
if (readKept().waiting.length > 0) {
  void import("#features/letter/outbox/letter-queue").then(({ keepSending }) => keepSending());
}
