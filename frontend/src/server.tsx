/**
 * Renders a page's first view on the server, in the JavaScript engine inside the Python process
 * (upendo/site/first_view.py). That engine has none of a browser's APIs.
 */
import "./bare-engine";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { createPath, Router } from "react-router";
import { forgetStories, rememberPageData } from "#api/story";
import type { PageData } from "#api/types";
import { App } from "./app";
import { loadAllPages } from "./routes";

// Nothing navigates on the server; only the addresses of links are needed.
const navigator = {
  createHref: (to: Parameters<typeof createPath>[0] | string) =>
    typeof to === "string" ? to : createPath(to),
  push: () => undefined,
  replace: () => undefined,
  go: () => undefined,
};

/** Must have settled before `render` is called. */
export const ready: Promise<void> = loadAllPages();

/** What React leaves where a part of the page threw an error. */
const BROKEN = "<!--$!-->";

/**
 * Returns the HTML of the page at an address, for `hydrateRoot`.
 * @throws {Error} when a part of it could not be drawn.
 */
export function render(pathname: string, pageData: PageData): string {
  rememberPageData(pageData);
  try {
    const html = renderToString(<App router={router} />);
    if (html.includes(BROKEN)) throw new Error("A component threw an error");
    return html;
  } finally {
    forgetStories();
  }

  function router({ children }: { children: ReactNode }) {
    return (
      <Router basename={pageData.base ?? ""} location={pathname} navigator={navigator} static>
        {children}
      </Router>
    );
  }
}
