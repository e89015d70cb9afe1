// The first view needs no script, so none is fetched before it and its pictures are painted: on a
// slow line they would share it. Whoever touches the page sooner gets the script at once.
const { script } = document.currentScript.dataset;
const signs = ["pointerdown", "keydown"];
const PATIENCE = 3000; // ms, for a picture that does not come

let started = false;

async function start() {
  if (started) return;
  started = true;
  for (const sign of signs) removeEventListener(sign, start);
  clearTimeout(timer);
  const modules = [...document.querySelectorAll('link[rel="later"]')];
  for (const module of modules) module.rel = "modulepreload";
  // One after the other, so that the page answers to touch in between.
  for (const { href } of modules) {
    await import(href);
    await new Promise((pause) => setTimeout(pause));
  }
  await import(script);
}

// A frame is painted after its callback: in the second one, the first has been.
function startWhenPainted() {
  requestAnimationFrame(() => requestAnimationFrame(start));
}

const timer = setTimeout(start, PATIENCE);
for (const sign of signs) addEventListener(sign, start, { passive: true });
if (document.readyState === "complete") startWhenPainted();
else addEventListener("load", startWhenPainted, { once: true });
