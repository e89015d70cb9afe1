/**
 * Draws pages on the server, in the JavaScript engine inside the Python process
 * (upendo/site/engine.py). That engine has none of a browser's APIs.
 */
import "./bare-engine";
import type { ReactNode } from "react";
import { renderToStaticMarkup, renderToString } from "react-dom/server";
import { createPath, Router } from "react-router";
import { forgetStories, rememberPageData } from "#api/story";
import type { PageData } from "#api/types";
import { App, Frame } from "./app";
import { ReadPage, type ReadProps } from "./read/read-page";
import { loadAllPages } from "./routes";

// Nothing navigates on the server; only the addresses of links are needed.
const navigator = {
  createHref: (to: Parameters<typeof createPath>[0] | string) =>
    typeof to === "string" ? to : createPath(to),
  push: () => undefined,
  replace: () => undefined,
  go: () => undefined,
};

/** Must have settled before anything is drawn. */
export const ready: Promise<void> = loadAllPages();

/** What React leaves where a part of the page threw an error. */
const BROKEN = "<!--$!-->";

/** The router of a page at an address, in a preview below its base. */
function routerAt(pathname: string, base = "") {
  return ({ children }: { children: ReactNode }) => (
    <Router basename={base} location={pathname} navigator={navigator} static>
      {children}
    </Router>
  );
}

/**
 * Returns the HTML of the page at an address, for `hydrateRoot`.
 * @throws {Error} when a part of it could not be drawn.
 */
export function firstView(pathname: string, pageData: PageData): string {
  rememberPageData(pageData);
  try {
    const html = renderToString(<App router={routerAt(pathname, pageData.base)} />);
    if (html.includes(BROKEN)) throw new Error("A component threw an error");
    return html;
  } finally {
    forgetStories();
  }
}

/**
 * Returns the HTML of the whole story on one page, to which no script belongs.
 * @throws {Error} when a part of it could not be drawn.
 */
export function wholeStory(pathname: string, page: ReadProps, base: string): string {
  return renderToStaticMarkup(
    <Frame router={routerAt(pathname, base)}>
      <ReadPage {...page} />
    </Frame>,
  );
}
