// The rows of a form or a list: moved by buttons, as the theme moves them by dragging; removed, and kept.
// A row's place is written when the form is sent, and only where the order has changed.

const SAVED = "original"; // the theme's class of a row that the database has

const rowsOf = (formset) => [
  ...formset.querySelectorAll(":scope > .form-group:not(.empty-form):not([hidden])"),
];
const placeOf = (row) => row.querySelector(`[name$="-${row.parentElement.dataset.orderingField}"]`);
const nameOf = (row) => row.querySelector("[data-row]")?.dataset.row || gettext("The new row");
const ordered = [...document.querySelectorAll(".formset[data-ordering-field]")].filter(
  (formset) => rowsOf(formset).every(placeOf), // not where it may only be read
);
const loaded = new Map();

const status = document.createElement("p");
status.className = "sr-only";
status.role = "status";
document.body.append(status);

function say(words, row, more) {
  status.textContent = interpolate(words, { row: nameOf(row), ...more }, true);
}

function changed(field) {
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function move(button) {
  const row = button.closest(".form-group");
  const rows = rowsOf(row.parentElement);
  const isUp = button.dataset.move === "up";
  const to = rows.indexOf(row) + (isUp ? -1 : 1);
  if (!rows[to]) {
    say(isUp ? gettext("%(row)s is first already.") : gettext("%(row)s is last already."), row);
    return;
  }
  rows[to][isUp ? "before" : "after"](row);
  button.focus(); // it is lost with the move
  changed(placeOf(row));
  say(gettext("%(row)s: %(place)s of %(rows)s."), row, { place: to + 1, rows: rows.length });
}

/** A new row stays in the form, hidden: the theme would take what was typed into those behind it. */
function remove(button) {
  const row = button.closest(".form-group");
  const box = row.querySelector("input.delete");
  box.checked = true;
  changed(box);
  say(gettext("%(row)s is removed when you save."), row);
  if (row.classList.contains(SAVED)) row.querySelector("[data-keep]").focus();
  else {
    row.parentElement.querySelector(".add-row")?.focus();
    row.hidden = true;
  }
}

function keep(button) {
  const row = button.closest(".form-group");
  const box = row.querySelector("input.delete");
  box.checked = false;
  changed(box);
  row.querySelector("[data-remove]").focus();
  say(gettext("%(row)s stays."), row);
}

/** Puts the rows into the order of their places: after an error they come back in the former one. */
function sort(formset) {
  const rows = rowsOf(formset);
  const place = (row) => Number(placeOf(row).value);
  const sorted = [...rows].sort((one, other) => place(one) - place(other));
  if (sorted.some((row, index) => row !== rows[index])) {
    const end = formset.querySelector(":scope > .empty-form, :scope > .form-actions");
    for (const row of sorted) formset.insertBefore(row, end);
  }
  loaded.set(formset, sorted);
}

function number(formset) {
  const rows = rowsOf(formset);
  const before = loaded.get(formset).filter((row) => !row.hidden);
  const isMoved = before.some((row, index) => row !== rows[index]);
  const numbered = isMoved ? rows : rows.slice(before.length);
  let next = isMoved ? 0 : 1 + Math.max(-1, ...before.map((row) => Number(placeOf(row).value)));
  for (const row of numbered) placeOf(row).value = next++;
}

for (const row of document.querySelectorAll(`.form-group:not(.${SAVED}):has(input.delete:checked)`)) {
  row.hidden = true;
}
for (const formset of ordered) {
  sort(formset);
  // Before the theme looks for forms that nobody is to leave by mistake.
  formset.closest("form").classList.add("warn-unsaved-form");
}

document.addEventListener("submit", () => {
  for (const formset of ordered) number(formset);
});

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-move], [data-remove], [data-keep]");
  if (button?.dataset.move) move(button);
  else if (button?.matches("[data-remove]")) remove(button);
  else if (button) keep(button);
});
