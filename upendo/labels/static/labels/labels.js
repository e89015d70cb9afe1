// Shows the preview of the chosen labels as one chooses. Without this script a button does.

const WAIT = 300; // ms after the last change

const form = document.querySelector("form.labels");
const image = form.querySelector(".labels__preview img");
const words = form.querySelector(".labels__words");
form.querySelector(".labels__show").hidden = true;

let asked = new AbortController();
let timer = 0;

async function show() {
  asked.abort();
  asked = new AbortController();
  const choices = new URLSearchParams(new FormData(form));
  choices.delete("csrfmiddlewaretoken");
  const { signal } = asked;
  try {
    const response = await fetch(`${form.dataset.preview}?${choices}`, { signal });
    const picture = response.ok ? await response.blob() : null;
    if (signal.aborted) return;
    words.textContent = picture ? "" : await response.text();
    image.hidden = !picture;
    if (!picture) return;
    URL.revokeObjectURL(image.src);
    image.src = URL.createObjectURL(picture);
  } catch (error) {
    if (error.name === "AbortError") return;
    words.textContent = gettext(
      "The preview did not come. Check the connection; your choices are kept.",
    );
  }
}

form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(show, WAIT);
});
// The page's own picture may have failed before this script came.
image.addEventListener("error", show);
if (image.complete && !image.naturalWidth) show();
