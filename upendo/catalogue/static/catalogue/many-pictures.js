// Many photos on their way into the library, one request each, in turn: the server prepares one at
// a time. Without this script the form sends a few at once.

const WAITS = [0, 2, 5, 15]; // seconds before each try of a request
const LONGEST = 60; // seconds that an answer may take
const LATER = [502, 503, 504]; // what a host says that may have an answer in a moment
const TAKEN = ["added", "known"];
const NO_ANSWER = gettext(
  "No answer just now. What was added is kept; press “Go on” to send the rest.",
);
const REFUSED = gettext(
  "The server did not take this file. Save it as a JPEG and choose it again.",
);
const LOGGED_OUT = gettext(
  "You were logged out. Log in again in another tab, then press “Go on”.",
);

const form = document.querySelector("form[data-pictures]");
const { prepare } = await import(form.dataset.pictures);
const [input, list, bar] = ["#files", "ol", "progress"].map((name) => form.querySelector(name));
const [go, stop] = ["[type=submit]", "[data-stop]"].map((name) => form.querySelector(name));
const rows = [];
let running = false;
let stopped = false;

class Pause extends Error {} // the rest waits, with these words

const seconds = (count) => new Promise((done) => setTimeout(done, count * 1000));
const waiting = () => rows.filter(({ state }) => !state);

/** The SHA-256 of the file as it was chosen; nothing where the browser does not tell. */
async function digest(file) {
  if (!crypto.subtle) return "";
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function ask(fields) {
  const body = new FormData();
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  for (const [name, value] of Object.entries(fields)) body.append(name, ...[value].flat());
  let words = NO_ANSWER;
  for (const wait of WAITS) {
    await seconds(wait);
    try {
      const signal = AbortSignal.timeout(LONGEST * 1000);
      const headers = { Accept: "application/json" };
      const request = { method: "POST", body, headers, signal, redirect: "manual" };
      const response = await fetch(location.pathname, request);
      if (response.ok) return await response.json();
      if (response.type === "opaqueredirect" || response.status === 403) {
        words = LOGGED_OUT;
        break;
      }
      if (!LATER.includes(response.status)) return { state: "refused", words: REFUSED };
    } catch {
      // No connection, or no answer in time: another try may go well.
    }
  }
  throw new Pause(words);
}

async function send(row, number) {
  const source = await digest(row.file);
  const known = source ? await ask({ source }) : { state: "unknown" };
  if (known.state !== "unknown") return known;
  let sent;
  try {
    ({ sent } = await prepare(row.file));
  } catch (error) {
    return { state: "refused", words: error.message };
  }
  const together = form.elements.purpose.value.trim();
  const purpose = row.item.querySelector("input").value.trim() || (together && `${together} ${number}`);
  const credit = form.elements.credit.value.trim();
  return ask({ source, purpose, credit, files: [sent, row.file.name] });
}

function show(row, { state, words, address, thumbnail }) {
  row.state = state;
  row.item.dataset.state = state;
  const outcome = row.item.querySelector(".outcome");
  outcome.textContent = words;
  if (!TAKEN.includes(state)) return;
  row.item.querySelector(".preview").innerHTML = thumbnail; // our own server's
  row.item.querySelector("label").remove();
  const link = Object.assign(document.createElement("a"), { href: address, textContent: gettext("Open") });
  outcome.append(" ", link);
}

function tell(words = "") {
  const refused = rows.filter(({ state }) => state === "refused").length;
  const all = rows.length;
  const done = all - waiting().length;
  const counted = (text) => interpolate(text, { all, done, refused }, true);
  bar.max = all || 1;
  bar.value = done;
  form.querySelector("[data-progress]").hidden = all === 0;
  const lines = [
    counted(ngettext("%(done)s of %(all)s photo done.", "%(done)s of %(all)s photos done.", all)),
    refused && counted(ngettext("%(refused)s was refused.", "%(refused)s were refused.", refused)),
    words,
  ];
  form.querySelector("[data-status]").textContent = lines.filter(Boolean).join(" ");
  go.disabled = running || waiting().length === 0;
  go.textContent = done
    ? gettext("Go on")
    : counted(ngettext("Upload %(all)s photo", "Upload %(all)s photos", all));
  stop.hidden = !running;
}

async function run() {
  [running, stopped] = [true, false];
  let words = "";
  // A phone that falls asleep would send nothing more; where it may not be kept awake, “Go on” does.
  const awake = await navigator.wakeLock?.request("screen").catch(() => null);
  for (const row of waiting()) {
    tell();
    try {
      show(row, await send(row, rows.indexOf(row) + 1));
    } catch (error) {
      words = error instanceof Pause ? error.message : NO_ANSWER;
      break;
    }
    if (stopped) break;
  }
  running = false;
  awake?.release();
  tell(words);
}

function add(file) {
  const item = form.querySelector("template").content.cloneNode(true).querySelector("li");
  const name = item.querySelector(".file");
  Object.assign(name, { textContent: file.name, id: `file-${rows.length}` });
  item.querySelector("input").setAttribute("aria-describedby", name.id);
  const image = Object.assign(new Image(64, 64), { alt: "" });
  image.addEventListener("load", () => URL.revokeObjectURL(image.src));
  image.addEventListener("error", () => image.remove()); // a HEIC photo in most browsers
  item.querySelector(".preview").append(image);
  list.append(item);
  image.src = URL.createObjectURL(file);
  rows.push({ file, item, state: "" });
}

input.required = false;
input.addEventListener("change", () => {
  [...input.files].forEach(add);
  input.value = ""; // the rows keep the files, and the same ones may be chosen again
  tell();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!running) run();
});
stop.addEventListener("click", () => {
  stopped = true;
});
addEventListener("beforeunload", (event) => {
  if (running) event.preventDefault();
});
