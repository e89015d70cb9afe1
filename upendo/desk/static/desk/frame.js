// The desk's frame: the menu over a narrow page, what only a mouse could press, the names of values
// in lists that are piles of cards, and the way from an error to its field.

const menu = document.getElementById("nav-sidebar");
const opener = document.querySelector("[data-menu]");
const covers = matchMedia("(max-width: 1280px)"); // where the theme lays the menu over the page

/** Brings the focus into the menu, and back to its button. */
function follow() {
  const isOpen = opener.ariaExpanded === "true";
  const { activeElement } = document;
  if (isOpen) menu.querySelector("[data-menu-close]").focus();
  else if (activeElement === document.body || menu.contains(activeElement)) opener.focus();
}

if (menu && opener) {
  new MutationObserver(([{ oldValue }]) => {
    // The theme shows and hides the menu a moment after it says so.
    if (covers.matches && oldValue !== opener.ariaExpanded) setTimeout(follow);
  }).observe(opener, { attributeFilter: ["aria-expanded"], attributeOldValue: true });
  const close = () => covers.matches && opener.ariaExpanded === "true" && opener.click();
  menu.addEventListener("keydown", ({ key }) => key === "Escape" && close());
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) close();
  });
}

// Links of the theme that lead nowhere and do something: the filters', day and night.
for (const link of document.querySelectorAll("a[x-on\\:click]:not([href])")) {
  link.role = "button";
  link.tabIndex = 0;
  for (const icon of link.querySelectorAll(".material-symbols-outlined")) icon.ariaHidden = "true";
  link.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    link.click();
  });
}

function label(rows, names) {
  for (const row of rows) {
    [...row.cells].forEach((cell, index) => {
      if (names[index]) cell.dataset.label = names[index];
    });
  }
}

for (const table of document.querySelectorAll(".result-list, table.formset")) {
  const [heading] = table.tHead.rows;
  const names = [...heading.cells].map((cell) => {
    const name = cell.querySelector("span > span") ?? cell.querySelector("a, span");
    return name?.textContent.replace("*", "").trim();
  });
  label(table.querySelectorAll(".data-row, .form-row"), names);
}

/** The control of a field: of several its first, of a list that one searches what stands for it. */
function controlOf(id) {
  const field = document.getElementById(id) ?? document.getElementById(`${id}_0`);
  const controls = "input, select, textarea";
  const control = field?.matches(controls) ? field : field?.querySelector(controls);
  const isReplaced = control?.classList.contains("select2-hidden-accessible");
  return isReplaced ? control.nextElementSibling.querySelector(".select2-selection") : control;
}

function lead(event) {
  const control = controlOf(event.target.hash.slice(1));
  if (!control) return;
  event.preventDefault();
  const tab = control.closest("[id$='-group']")?.id.replace(/-group$/, "");
  const tabs = [...document.querySelectorAll("#tabs-items a, #tabs-dropdown a")];
  (tabs.find(({ hash }) => hash === `#${tab}`) ?? tabs.find(({ hash }) => hash === "#general"))?.click();
  for (let box = control.closest("details"); box; box = box.parentElement.closest("details")) {
    box.open = true;
  }
  // The tab is shown a moment after it is chosen.
  setTimeout(() => {
    control.scrollIntoView({ block: "center" });
    control.focus({ preventScroll: true });
  });
}

const problems = document.querySelector(".desk-problems");
if (problems) {
  problems.focus();
  for (const link of problems.querySelectorAll("a")) link.addEventListener("click", lead);
}
