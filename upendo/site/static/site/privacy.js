// Lets a browser remember that its visits are not to be counted. frontend/src/api/visit.ts reads it.
const NAME = "visits";
const NO = "uncounted";
const button = document.getElementById("count");
const status = document.getElementById("counted");

function show() {
  const isCounted = localStorage.getItem(NAME) !== NO;
  button.textContent = isCounted ? button.dataset.no : button.dataset.yes;
  status.textContent = isCounted ? "" : status.dataset.no;
}

function change() {
  try {
    if (localStorage.getItem(NAME) === NO) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, NO);
    show();
  } catch {
    status.textContent = status.dataset.refused;
  }
}

button.addEventListener("click", change);
button.hidden = false;
try {
  show();
} catch {
  button.textContent = button.dataset.no;
}
