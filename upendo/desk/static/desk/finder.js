// Ctrl+K, or Cmd+K, finds records by their names. Without this script there is a page that does it.

const PAUSE = 200; // ms after the last key before it is asked
const PATIENCE = 15_000; // ms for an answer

const finder = document.querySelector(".desk-finder");
const form = finder.querySelector("form");
const field = form.querySelector("input");
const words = finder.querySelector("[role=status]");
const found = finder.querySelector(".desk-finder__found");
const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

let shown = ""; // the text that the lines answer
let asking = null; // what ends the question under way
let timer;

const links = () => [...found.querySelectorAll("a")];

function open() {
  if (!finder.open) finder.showModal();
  field.select();
}

function show(text, lines) {
  found.innerHTML = lines;
  shown = text;
  say();
}

function say() {
  const count = links().length;
  if (!shown) words.textContent = "";
  else if (!count) words.textContent = gettext("Nothing found");
  else words.textContent = interpolate(ngettext("%s line found", "%s lines found", count), [count]);
}

/** Asks for what the field says, unless it is shown already. A later question ends an earlier one. */
async function look() {
  clearTimeout(timer);
  asking?.abort();
  asking = null;
  const text = field.value.trim();
  if (text === shown) return say();
  if (!text) return show("", "");
  const mine = new AbortController();
  asking = mine;
  words.textContent = gettext("Looking…");
  const late = setTimeout(() => mine.abort(), PATIENCE);
  try {
    const address = `${form.action}?part&s=${encodeURIComponent(text)}`;
    const response = await fetch(address, { signal: mine.signal });
    if (response.redirected) return location.reload(); // logged out meanwhile
    if (!response.ok) throw new Error(response.statusText);
    const lines = await response.text();
    if (asking === mine) show(text, lines);
  } catch {
    if (asking === mine) words.textContent = gettext("No answer came. Press Enter to try again.");
  } finally {
    clearTimeout(late);
  }
}

function move(event) {
  const stops = [field, ...links()];
  const place = stops.indexOf(document.activeElement);
  const next = stops[place + (event.key === "ArrowDown" ? 1 : -1)];
  if (place === -1 || !next) return;
  event.preventDefault();
  next.focus();
}

document.addEventListener("keydown", (event) => {
  // Where Ctrl+K deletes to the end of a line, it goes on doing so.
  const isAsked = isApple ? event.metaKey : event.ctrlKey;
  if (!isAsked || event.key.toLowerCase() !== "k" || event.altKey || event.shiftKey) return;
  event.preventDefault();
  open();
});

for (const opener of document.querySelectorAll("[data-finder]")) {
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
}

field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(look, PAUSE);
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await look();
  if (shown === field.value.trim()) links()[0]?.click();
});

finder.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event);
});

finder.addEventListener("click", (event) => {
  if (event.target === finder || event.target.closest("[data-close]")) finder.close();
});
