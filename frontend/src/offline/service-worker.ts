/**
 * Keeps the stories that were opened, each with its pictures and the code of its pages, so that
 * they open without a network. It holds no list of files and no version: a page tells it which
 * story to keep, and the server which files that takes. See docs/decisions/0006-offline.md.
 */
import { type Address, readAddress } from "#api/address";
import { askedPart } from "./asked-part";

declare const self: ServiceWorkerGlobalScope;

/** What a page asks to keep: its story, by its code, and its files, by their addresses. */
interface StoryToKeep {
  code: string;
  pictures: string[];
  /** What lies around the forest; a page from before knew of none. */
  maps?: string[];
  recordings?: string[];
}

const MOST_STORIES = 3;
const PREFIX = "story:";
const PICTURE = /^\/media\/pictures\/[0-9a-f]+\//;
const RECORDING = /^\/media\/recordings\//;
const MAP = /^\/surroundings\//;
const STORY = /^\/api\/v1\/stories\//;
const LANDING = "/";
// The kept page has the menu's first view; offline, React draws any other page that is asked for.
const FIRST_VIEW = /(<div id="root">).*(<\/div>\s*<(?:link|script|noscript))/s;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("message", (event) => event.waitUntil(keep(event.data)));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    const address = readAddress(pathname);
    if (address) event.respondWith(openPage(event, () => keptPage(address, pathname)));
    else if (pathname === LANDING) event.respondWith(openPage(event, anyStory));
  } else if (isFile(pathname)) {
    event.respondWith(openFile(request, pathname));
  } else if (STORY.test(pathname)) {
    event.respondWith(freshOrKept(fetch(request), () => caches.match(request.url)));
  } else if (RECORDING.test(pathname)) {
    event.respondWith(openRecording(request));
  }
});

function isFile(pathname: string): boolean {
  return pathname.startsWith("/static/") || PICTURE.test(pathname) || MAP.test(pathname);
}

async function begin(): Promise<void> {
  // The browser then requests a page while this worker is still starting.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

/** Finds what is kept of something, if it is. */
type Finding = () => Promise<Response | undefined>;

/** Returns the page from the server; else the kept one, or one whose script can say what is wrong. */
function openPage(event: FetchEvent, kept: Finding): Promise<Response> {
  return freshOrKept(answerTo(event), kept, anyStory);
}

/** Returns the server's answer, or what is kept when that cannot be reached or fails. */
async function freshOrKept(
  fresh: Promise<Response>,
  kept: Finding,
  inItsPlace: Finding = async () => undefined,
): Promise<Response> {
  try {
    const response = await fresh;
    return response.status < 500 ? response : ((await kept()) ?? response);
  } catch (error) {
    const found = (await kept()) ?? (await inItsPlace());
    if (found) return found;
    throw error;
  }
}

async function answerTo(event: FetchEvent): Promise<Response> {
  const preloaded: Response | undefined = await event.preloadResponse;
  // Without a network Firefox gives an answer of this type, others reject or give none.
  return preloaded && preloaded.type !== "error" ? preloaded : fetch(event.request);
}

/** Returns the kept page for an address, as the server would: from an odd one it redirects. */
async function keptPage(
  { code, leadsTo }: Address,
  pathname: string,
): Promise<Response | undefined> {
  const story = await caches.match(`/app/${code}`);
  if (leadsTo && (story || leadsTo === LANDING)) return Response.redirect(leadsTo);
  if (/^\/app\/[^/]+\/read$/.test(pathname)) return caches.match(`/app/${code}/read`);
  const isMenu = !/^\/app\/[^/]+\/(?!menu$)/.test(pathname);
  return story && (isMenu ? story : withoutFirstView(story));
}

async function withoutFirstView(page: Response): Promise<Response> {
  const headers = new Headers(page.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  return new Response((await page.text()).replace(FIRST_VIEW, "$1$2"), { headers });
}

/**
 * Returns the page of a kept story for another address: its script draws the front door, or says
 * that there is no connection to the story that is asked for.
 */
async function anyStory(): Promise<Response | undefined> {
  for (const name of await storyCaches()) {
    const [, code = ""] = name.split(":");
    const story = await caches.match(`/app/${code}`);
    if (story) return withoutFirstView(story);
  }
  return undefined;
}

/** Returns a file, from the cache if it is kept: a file's content never changes at its address. */
async function openFile(request: Request, pathname: string): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    const [folder] = PICTURE.exec(pathname) ?? [];
    const otherSize = folder && (await pictureIn(folder));
    if (otherSize) return otherSize;
    throw error;
  }
}

/** Returns a recording, or the part that the player asks for; a kept one is kept whole. */
async function openRecording(request: Request): Promise<Response> {
  const kept = await caches.match(request.url);
  if (!kept) return fetch(request);
  const whole = await kept.blob();
  const part = askedPart(request.headers.get("Range") ?? "", whole.size);
  if (!part) return new Response(whole, { headers: { "Accept-Ranges": "bytes" } });
  const [first, end] = part;
  if (first === end) {
    const headers = { "Content-Range": `bytes */${whole.size}` };
    return new Response(null, { status: 416, headers });
  }
  const headers = {
    "Accept-Ranges": "bytes",
    "Content-Length": String(end - first),
    "Content-Range": `bytes ${first}-${end - 1}/${whole.size}`,
    "Content-Type": whole.type,
  };
  return new Response(whole.slice(first, end, whole.type), { status: 206, headers });
}

async function pictureIn(folder: string): Promise<Response | undefined> {
  for (const name of await storyCaches()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (new URL(request.url).pathname.startsWith(folder)) return cache.match(request);
    }
  }
  return undefined;
}

/** Keeps a story's present version in place of an older one; drops the story kept longest ago. */
async function keep({ code, pictures, maps = [], recordings = [] }: StoryToKeep): Promise<void> {
  const answer = await fetch("/offline.json", { cache: "no-cache" });
  const { build, files }: { build: string; files: string[] } = await answer.json();
  const name = `${PREFIX}${code}:${build}`;
  const cache = await caches.open(name);
  const wanted = [...files, ...pictures].map(absolute);
  const welcome = maps.map(absolute);
  const heard = recordings.map(absolute);
  const story = absolute(`/api/v1/stories/${code}/`);
  await removeBut(cache, [...wanted, ...welcome, ...heard, story]);
  await fill(cache, wanted, welcome);
  // The whole story on one page is not always there to be had; without it the pages are kept.
  await cache.add(new Request(`/app/${code}/read`, { cache: "no-cache" })).catch(() => undefined);
  await cache.add(new Request(story, { cache: "no-cache" }));
  await cache.add(new Request(`/app/${code}`, { cache: "no-cache" }));
  const others = (await storyCaches()).filter((other) => other !== name);
  const former = others.filter((other) => other.startsWith(`${PREFIX}${code}:`));
  const rest = others.filter((other) => !former.includes(other));
  const tooMany = rest.slice(0, Math.max(0, rest.length + 1 - MOST_STORIES));
  await Promise.all([...former, ...tooMany].map((other) => caches.delete(other)));
  // Last, for they are the largest.
  if (!isSlow()) await fill(cache, [], heard);
}

/** Whether the browser knows that the line is slow; Safari and Firefox do not tell. */
function isSlow(): boolean {
  const connection = "connection" in self.navigator && Object(self.navigator.connection);
  return connection && /2g|3g/.test(connection.effectiveType);
}

async function removeBut(cache: Cache, named: string[]): Promise<void> {
  const there = (await cache.keys()).map((request) => request.url);
  const page = (url: string) => readAddress(new URL(url).pathname) !== null;
  const unneeded = there.filter((url) => !named.includes(url) && !page(url));
  await Promise.all(unneeded.map((url) => cache.delete(url)));
}

function absolute(path: string): string {
  return new URL(path, self.location.origin).href;
}

/** Without what is only welcome the story is poorer, and kept all the same. */
async function fill(cache: Cache, wanted: string[], welcome: string[]): Promise<void> {
  const there = (await cache.keys()).map((request) => request.url);
  // One after the other, so that the reader's own requests are not slowed down.
  for (const url of wanted) {
    if (!there.includes(url)) await cache.add(url);
  }
  for (const url of welcome) {
    if (!there.includes(url)) await cache.add(url).catch(() => undefined);
  }
}

async function storyCaches(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}
