import type { PageData, Story } from "./types";

type AskedLink = HTMLLinkElement & { story?: Promise<Story | null> };

/** Reads the data that Django wrote into this page; empty if Django did not make the page. */
export function readPageData(): PageData {
  const element = document.getElementById("page-data");
  return element?.textContent
    ? JSON.parse(element.textContent)
    : { code: null, story: null, unknown_code: null };
}

/** The page's story that `upendo/site/start.js` has asked for; null if it has not come, or never did. */
export function readStoryUnderWay(): Promise<Story | null> | null {
  const link = document.querySelector<AskedLink>("link[as=fetch]");
  return link?.story ?? null;
}
