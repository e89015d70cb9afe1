import type { PageData } from "./types";

/** Reads the data that Django wrote into this page; empty if Django did not make the page. */
export function readPageData(): PageData {
  const element = document.getElementById("page-data");
  return element?.textContent
    ? JSON.parse(element.textContent)
    : { code: null, story: null, unknown_code: null };
}
