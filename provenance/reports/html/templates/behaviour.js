"use strict";
// The page reads without this. With it, a passage is shown beside the text without moving the text, hovering finds
// the other half, Escape closes what is open, and printing opens every fold.
for (const report of document.querySelectorAll(".report")) {
  const pane = report.querySelector(".pane");
  if (!pane) continue;
  const wide = () => getComputedStyle(pane).position === "sticky";
  const card = (number) => document.getElementById(`${report.id}-p${number}`);
  const marks = (number) => report.querySelectorAll(`.m[data-cards~="${number}"]`);
  const first = (link) => link.dataset.cards.split(" ")[0];
  const bring = (target) => {
    pane.scrollTo({ top: target.offsetTop - pane.offsetTop - 56 });
    return target;
  };
  let waiting = 0;
  const light = (number, on) => {
    for (const mark of marks(number)) mark.classList.toggle("hot", on);
  };
  report.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-cards]");
    if (!link || !wide() || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    for (const other of report.querySelectorAll(".card.on")) other.classList.remove("on");
    const target = card(first(link));
    target.classList.add("on");
    bring(target).scrollIntoView({ block: "nearest" }); // moves the text only where the passage would stay unseen
  });
  report.addEventListener("mouseover", (event) => {
    const link = event.target.closest("a[data-cards]");
    const held = event.target.closest(".card");
    clearTimeout(waiting);
    if (link) {
      light(first(link), true);
      if (wide()) waiting = setTimeout(() => bring(card(first(link))), 180);
    } else if (held) light(held.id.split("-p")[1], true);
  });
  report.addEventListener("mouseout", (event) => {
    const left = event.target.closest("a[data-cards], .card");
    clearTimeout(waiting);
    if (left) light(left.dataset.cards ? first(left) : left.id.split("-p")[1], false);
  });
}
addEventListener("keydown", (event) => {
  const open = document.querySelector(".card:target");
  if (event.key === "Escape" && open) location.hash = open.id.replace(/-p(\d+)$/, "-m$1");
});
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
});
