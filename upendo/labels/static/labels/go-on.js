// A long step comes back some seconds later, says how far it is, and goes on by itself.
const form = document.querySelector("form[data-go-on]");
form?.requestSubmit(form.querySelector("[name=confirmed]"));
