// Lets a browser remember that its visits are not to be counted. frontend/src/api/visit.ts reads it.
const NAME = "uncounted";
const button = document.getElementById("count");
const status = document.getElementById("counted");

function show() {
  const isCounted = localStorage.getItem(NAME) === null;
  button.textContent = isCounted ? button.dataset.no : button.dataset.yes;
  status.textContent = isCounted ? "" : status.dataset.no;
}

button.addEventListener("click", () => {
  try {
    if (localStorage.getItem(NAME)) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, "true");
    show();
  } catch {
    status.textContent = status.dataset.refused;
  }
});
button.textContent = button.dataset.no;
button.hidden = false;
try {
  show();
} catch {
  // Said when the button is pressed.
}
