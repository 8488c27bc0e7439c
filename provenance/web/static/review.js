// Keys for the queue. Buttons and links do the same without this.
"use strict";

for (const hint of document.querySelectorAll(".keys")) hint.hidden = false;
const press = (selector) => document.querySelector(selector)?.click();
const KEYS = {
  r: () => press(".queued button[value=reject]"),
  c: () => press(".queued button[value=confirm]"),
  s: () => press("#skip"),
  o: () => press("#compare"),
  u: () => press(".last button[value=undo]"),
  n: () => document.querySelector(".queued input[name=note]")?.focus(),
};
addEventListener("keydown", (event) => {
  if (event.key === "Escape") event.target.blur?.();
  if (event.target.closest("input, textarea, select") || event.metaKey || event.ctrlKey || event.altKey || event.repeat) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
