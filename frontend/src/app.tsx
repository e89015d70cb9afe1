import { I18nProvider } from "@lingui/react";
import { type ReactNode, StrictMode } from "react";
import { i18n } from "#locales/i18n";
import { StoryRoutes } from "./routes";

interface Props {
  /** The browser's or the server's. */
  router: (props: { children: ReactNode }) => ReactNode;
}

/** The whole application. */
export function App({ router }: Props) {
  return (
    <Frame router={router}>
      <StoryRoutes />
    </Frame>
  );
}

/** What every component needs around it. */
export function Frame({ router: Router, children }: Props & { children: ReactNode }) {
  return (
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <Router>{children}</Router>
      </I18nProvider>
    </StrictMode>
  );
}
