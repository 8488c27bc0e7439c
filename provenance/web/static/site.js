// What every page gains by JavaScript. Each page works without it.
"use strict";

document.documentElement.classList.add("scripted");

// A form that was sent is not sent twice by a second click.
addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method === "get") return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});
