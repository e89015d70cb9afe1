// Chooses the person's own time zone, as their browser knows it, where none is chosen yet.

const field = document.querySelector("select[name=zone]");
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (field && !field.value && [...field.options].some(({ value }) => value === own)) {
  field.value = own;
}
