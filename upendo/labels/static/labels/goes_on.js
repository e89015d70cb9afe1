// Has something long made part by part, and says how far it is. Without this script a button does.

const PAUSE = 3000; // ms before trying again, when the connection is lost or somebody else makes it

const panel = document.querySelector("[data-go-on]");

async function goOn() {
  const form = panel.querySelector(".goes-on__button");
  const headers = { Accept: "application/json" };
  const response = await fetch(panel.dataset.goOn, { method: "POST", headers, body: new FormData(form) });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

async function make() {
  const bar = panel.querySelector("progress");
  const words = panel.querySelector(".goes-on__words");
  panel.querySelector(".goes-on__button").hidden = true;
  for (;;) {
    try {
      const { done, number, is_over: isOver, download } = await goOn();
      if (download) location.assign(download);
      if (isOver) return setTimeout(() => location.reload(), 1000);
      if (!number || bar.value === done) await new Promise((resolve) => setTimeout(resolve, PAUSE));
      if (!number) continue; // nobody knows how much of it is done
      bar.max = number;
      bar.value = done;
      const counts = { done: done.toLocaleString("en"), number: number.toLocaleString("en") };
      words.textContent = interpolate(gettext("%(done)s of %(number)s"), counts, true);
    } catch {
      words.textContent = gettext("The connection is lost. It goes on as soon as it is back.");
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

if (panel) make();
