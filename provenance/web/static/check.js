// Files can be dropped anywhere on the form, not only on the field for them.
"use strict";

const form = document.querySelector("form.check");
const field = document.getElementById("files");
for (const kind of ["dragenter", "dragover"])
  form.addEventListener(kind, (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    form.classList.add("over");
  });
for (const kind of ["dragleave", "drop"]) form.addEventListener(kind, () => form.classList.remove("over"));
form.addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  field.files = event.dataTransfer.files;
  field.focus();
});
form.addEventListener("submit", () => {
  form.querySelector("button.main").textContent = "Checking …";
});
addEventListener("pageshow", () => {
  form.querySelector("button.main").textContent = "Check";
});
