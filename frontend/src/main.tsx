import "./fonts/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { I18nProvider } from "@lingui/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { readPageData } from "./api/page-data";
import { rememberPageData } from "./api/story";
import { readKept } from "./features/letter/kept-letters";
import { i18n } from "./locales/i18n";
import { loadPageAt, StoryRoutes } from "./routes";

const root = document.getElementById("root");
if (!root) throw new Error('The page has no element with the id "root".');

rememberPageData(readPageData());
// Whatever Django put into the root stays until the page's own code is here: no blank moment.
await loadPageAt(window.location.pathname).catch(() => undefined);

createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <BrowserRouter>
        <StoryRoutes />
      </BrowserRouter>
    </I18nProvider>
  </StrictMode>,
);

// A letter that waited for a connection goes out from whatever page is opened next.
if (readKept().waiting.length > 0) {
  void import("./features/letter/letter-queue").then(({ keepSending }) => keepSending());
}
