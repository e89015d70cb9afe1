// The theme's lists that one searches, in place of a select: each is called what its field is called.

function name(select) {
  const box = select.nextElementSibling?.querySelector(".select2-selection");
  if (!box) return;
  box.ariaLabel = select.ariaLabel ?? select.labels[0]?.textContent.replace("*", "").trim();
  for (const field of box.querySelectorAll(".select2-search__field")) field.ariaLabel = box.ariaLabel;
  if (select.multiple) return;
  const chosen = box.querySelector(".select2-selection__rendered");
  box.id = `${select.id}-box`;
  // Its name and what is chosen, which by itself is neither the name nor a field of its own.
  box.setAttribute("aria-labelledby", `${box.id} ${chosen.id}`);
  for (const attribute of ["role", "aria-readonly"]) chosen.removeAttribute(attribute);
}

function nameAll() {
  document.querySelectorAll(".select2-hidden-accessible").forEach(name);
}

globalThis.django?.jQuery?.(nameAll); // where there are lists; they are made a moment before
document.addEventListener("formset:added", nameAll);

// The field to search in, which is made when the list opens.
document.addEventListener("focusin", ({ target }) => {
  if (!target.matches(".select2-search--dropdown .select2-search__field")) return;
  const box = document.querySelector(".select2-container--open .select2-selection");
  box.setAttribute("aria-controls", box.getAttribute("aria-owns"));
  target.ariaLabel = box.ariaLabel;
});
