// The theme's lists that one searches, in place of a select: each is called what its field is called.

function name(select) {
  const box = select.nextElementSibling?.querySelector(".select2-selection");
  if (!box) return;
  box.ariaLabel = select.ariaLabel ?? select.labels[0]?.textContent.replace("*", "").trim();
  for (const field of box.querySelectorAll(".select2-search__field")) field.ariaLabel = box.ariaLabel;
  if (select.multiple) return;
  box.id = `${select.id}-box`;
  // Its name and what is chosen: the theme's own name for it is the second alone.
  box.setAttribute("aria-labelledby", `${box.id} ${box.querySelector(".select2-selection__rendered").id}`);
}

function nameAll() {
  document.querySelectorAll(".select2-hidden-accessible").forEach(name);
}

addEventListener("load", nameAll); // the theme makes them a moment before
document.addEventListener("formset:added", nameAll);

// The field to search in, which is made when the list opens.
document.addEventListener("focusin", ({ target }) => {
  if (!target.matches(".select2-search--dropdown .select2-search__field")) return;
  target.ariaLabel = document.querySelector(".select2-container--open .select2-selection").ariaLabel;
});
