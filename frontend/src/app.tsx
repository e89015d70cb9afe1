import { I18nProvider } from "@lingui/react";
import { type ReactNode, StrictMode } from "react";
import { i18n } from "#locales/i18n";
import { StoryRoutes } from "./routes";

/** The whole application, inside the router it is given: the browser's or the server's. */
export function App({ router: Router }: { router: (props: { children: ReactNode }) => ReactNode }) {
  return (
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <Router>
          <StoryRoutes />
        </Router>
      </I18nProvider>
    </StrictMode>
  );
}
