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

// In a narrow window the menu scrolls sideways: the page that is open is in sight.
addEventListener("DOMContentLoaded", () => {
  const menu = document.querySelector(".bar-top nav");
  const here = menu && menu.querySelector("[aria-current]");
  if (!here || menu.scrollWidth <= menu.clientWidth) return;
  menu.scrollLeft += here.getBoundingClientRect().left - menu.getBoundingClientRect().left - (menu.clientWidth - here.offsetWidth) / 2;
});
