// The first view needs no script and no typeface, so none is fetched before it and its pictures are
// painted: on a slow line they would share it. Whoever touches the page sooner gets all at once.
const { script } = document.currentScript.dataset;
const signs = ["pointerdown", "keydown"];
const PATIENCE = 3000; // ms, for a picture that does not come
const LONG_PATIENCE = 15_000; // for the story
const told = document.querySelector('link[as="fetch"]');

let started = false;
let dressed;

function turn(kind, rel) {
  const links = [...document.querySelectorAll(`link[rel="later"][as="${kind}"]`)];
  for (const link of links) link.rel = rel;
  return links;
}

function dress() {
  const ended = (link) => new Promise((end) => (link.onload = link.onerror = end));
  dressed ??= Promise.all(turn("style", "stylesheet").map(ended));
  turn("font", "preload");
}

// For the script that runs last. (WebKit would fetch again what it has preloaded.)
async function fetchStory(address) {
  const end = new AbortController();
  setTimeout(() => end.abort(), LONG_PATIENCE);
  try {
    const answer = await fetch(address, { signal: end.signal });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

async function start() {
  if (started) return;
  started = true;
  for (const sign of signs) removeEventListener(sign, start);
  clearTimeout(timer);
  dress();
  turn("manifest", "manifest");
  if (told) told.story = fetchStory(told.href);
  const modules = turn("script", "modulepreload");
  await dressed; // the map's worker is told the page's typefaces
  // One after the other, so that the page answers to touch in between.
  for (const { href } of modules) {
    await import(href);
    await new Promise((pause) => setTimeout(pause));
  }
  if (script) await import(script);
}

// Two frames, since what has just loaded is painted after the first one's callback. That the first view
// is on the screen, which comes later still, only the browser knows.
function startWhenPainted() {
  const untilShown = new PerformanceObserver(start);
  requestAnimationFrame(() =>
    requestAnimationFrame(() => untilShown.observe({ type: "paint", buffered: true })),
  );
}

// Whoever was here before has the typefaces on the device.
if (navigator.serviceWorker?.controller) dress();
const timer = setTimeout(start, PATIENCE);
for (const sign of signs) addEventListener(sign, start, { passive: true });
if (document.readyState === "complete") startWhenPainted();
else addEventListener("load", startWhenPainted, { once: true });
