import { isPersonPage, landingPath, PAGE_NAMES, type PageName, pagePath, readPath } from "#paths";
import { addressParts, normaliseCode } from "./code";

const SQUARE = /^\/*q(?:\/|$)/i;
const STORY = /^\/*(?:q|app)(?:\/|$)/i;
const SHORT = /^\/(?:q|Q|app)\/[^/]+$/;
const PAGE = /^\/app\/[^/]+\/([^/]+|people\/\d+)$/;

/** What the address of a navigation means, as the server reads it too. */
export interface Address {
  /** The code of the story that it names; empty where it names none. */
  code: string;
  /** Where the server leads to from an address that is odd but has one meaning, with the way in. */
  leadsTo: string | null;
}

/**
 * Reads the path of a story's address, or of what nearly is one; null for any other path.
 * `cases/addresses.json` holds the server to the same reading.
 */
export function readAddress(pathname: string): Address | null {
  const path = decoded(pathname);
  if (!STORY.test(path)) return null;
  const [, code, page = "MENU", ...rest] = addressParts(path);
  if (!code) return { code: "", leadsTo: landingPath };
  const name = pageNamed([page, ...rest]);
  const isPlain = SHORT.test(path) || PAGE.exec(path)?.[1] === name;
  if (isPlain || !name) return { code: normaliseCode(path), leadsTo: null };
  const leadsTo = name === "read" ? readPath(code) : pagePath(code, name);
  return { code, leadsTo: SQUARE.test(path) ? `${leadsTo}#square` : leadsTo };
}

/** The page that is meant by what stands behind the code, each part read as a code is. */
function pageNamed([page, number, ...rest]: string[]): "read" | PageName | undefined {
  if (rest.length > 0) return undefined;
  if (number !== undefined) {
    const name = `people/${number}`;
    return page === "PEOPLE" && isPersonPage(name) ? name : undefined;
  }
  if (page === "READ") return "read";
  return PAGE_NAMES.find((one) => addressParts(one)[0] === page);
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
