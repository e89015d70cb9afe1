import type { PageData } from "./types";

/** What Django put into this page for us; nothing, if the page was not made by Django. */
export function readPageData(): PageData {
  const element = document.getElementById("page-data");
  return element?.textContent
    ? JSON.parse(element.textContent)
    : { story: null, unknown_code: null };
}
