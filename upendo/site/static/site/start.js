// The first view needs no script, so none is fetched before its pictures are there: on a slow
// line they would share it. Whoever touches the page sooner gets the script at once.
const { script } = document.currentScript.dataset;
const signs = ["pointerdown", "keydown"];
const PATIENCE = 3000; // ms, for a picture that does not come

function start() {
  for (const sign of signs) removeEventListener(sign, start);
  removeEventListener("load", start);
  clearTimeout(timer);
  for (const link of document.querySelectorAll('link[rel="later"]')) link.rel = "modulepreload";
  import(script);
}

const timer = setTimeout(start, PATIENCE);
for (const sign of signs) addEventListener(sign, start, { passive: true });
if (document.readyState === "complete") start();
else addEventListener("load", start);
