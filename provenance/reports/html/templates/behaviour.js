"use strict";
// The page reads without this. With it, a marked passage shows both texts without moving the text, hovering finds the
// other half, Escape closes what is open, words filter the list of articles, and printing opens the folds.
const peek = document.createElement("div");
peek.className = "peek";
peek.hidden = true;
peek.setAttribute("role", "dialog");
peek.setAttribute("aria-label", "Both texts of the passage");
let opener = null;
const close = () => {
  peek.hidden = true;
  peek.replaceChildren();
  if (opener) opener.focus({ preventScroll: true });
  opener = null;
};
const open = (link, key) => {
  const button = document.createElement("button");
  button.textContent = "Close";
  button.addEventListener("click", close);
  const shown = link.dataset.pairs.split(" ").map((number) => document.getElementById(`${key}-p${number}`));
  const copies = shown.filter(Boolean).map((pair) => pair.cloneNode(true));
  for (const copy of copies) copy.removeAttribute("id");
  for (const back of copies.flatMap((copy) => [...copy.querySelectorAll(".back")])) back.remove();
  peek.replaceChildren(button, ...copies);
  peek.hidden = false;
  opener = link;
  button.focus({ preventScroll: true });
};
document.body.append(peek);
const numbers = (link) => link.dataset.pairs.split(" ");
for (const report of document.querySelectorAll(".report")) {
  const light = (number, on) => {
    for (const mark of report.querySelectorAll(`.m[data-pairs~="${number}"]`)) mark.classList.toggle("hot", on);
    const pair = document.getElementById(`${report.id}-p${number}`);
    if (pair) pair.classList.toggle("hot", on);
  };
  report.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-pairs]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open(link, report.id);
  });
  for (const [name, on] of [["mouseover", true], ["mouseout", false]])
    report.addEventListener(name, (event) => {
      const link = event.target.closest("a[data-pairs]");
      const pair = event.target.closest(".pair");
      if (link) light(numbers(link)[0], on);
      else if (pair) light(pair.id.split("-p")[1], on);
    });
}
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !peek.hidden) close();
});
// What a link leads to may be in a fold.
const unfold = () => {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let fold = target && target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  if (target) target.scrollIntoView();
};
addEventListener("hashchange", unfold);
unfold();
const words = document.getElementById("only-words");
if (words) {
  words.closest("label").hidden = false;
  const filter = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const rows = [...document.querySelectorAll(".index li")];
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      const out = !wanted.every((word) => text.includes(word));
      row.classList.toggle("filtered", out);
      const part = row.dataset.article && document.getElementById(row.dataset.article);
      if (part) part.classList.toggle("filtered", out);
    }
    const shown = rows.filter((row) => getComputedStyle(row).display !== "none").length;
    document.getElementById("shown").textContent = shown < rows.length ? `${shown} of ${rows.length} shown` : "";
  };
  words.addEventListener("input", filter);
  words.closest("fieldset").addEventListener("change", filter);
}
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details:not(.all)")) fold.open = true; // .all repeats reasons
});
