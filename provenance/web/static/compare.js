// Two texts side by side. Without this, numbers and marks lead to the other text; with it, both texts move together,
// lines join what belongs together, and keys go from passage to passage.
"use strict";

const beside = document.getElementById("beside");
const panes = [...beside.querySelectorAll(".pane .prose")];
const lines = document.getElementById("lines");
const former = document.getElementById("former");
const next = document.getElementById("next");
const only = document.getElementById("only");
const wide = matchMedia("(min-width: 60rem)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const order = [...panes[0].querySelectorAll(".sup")].map((mark) => mark.dataset.passage);
let current = -1;
let moving = 0;

const place = (side, number) => document.getElementById(side + number);
const top_of = (mark, pane) => mark.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;

// Brings a passage to the same height in both texts.
const go = (number, focus = false) => {
  const marks = ["a", "b"].map((side) => place(side, number));
  if (marks.some((mark) => !mark)) return;
  current = order.indexOf(number);
  for (const mark of beside.querySelectorAll(".m")) mark.classList.toggle("hot", mark.dataset.passage === number);
  if (wide.matches) {
    moving = Date.now() + 600;
    panes.forEach((pane, side) => {
      const behavior = calm.matches ? "auto" : "smooth";
      pane.scrollTo({ top: top_of(marks[side], pane) - pane.clientHeight / 4, behavior });
    });
  } else marks[0].scrollIntoView({ block: "center" });
  if (focus) marks[0].focus({ preventScroll: true });
  draw();
};

const step = (by) => {
  if (!order.length) return;
  go(order[(current + by + order.length) % order.length], true);
};

// The line of a passage goes from its number in the one text to that in the other, as far as both are in sight.
const draw = () => {
  lines.replaceChildren();
  if (!wide.matches) return;
  const frame = lines.getBoundingClientRect();
  for (const number of order) {
    const marks = ["a", "b"].map((side) => place(side, number));
    if (marks.some((mark) => !mark || !mark.offsetParent)) continue;
    const [left, right] = marks.map((mark) => mark.getBoundingClientRect().top + 8 - frame.top);
    if (Math.max(left, right) < 0 || Math.min(left, right) > frame.height) continue;
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    const half = frame.width / 2;
    path.setAttribute("d", `M0 ${left} C${half} ${left} ${half} ${right} ${frame.width} ${right}`);
    path.setAttribute("class", [...marks[0].classList].find((name) => /^c\d$/.test(name)) || "c1");
    if (order[current] === number) path.classList.add("hot");
    lines.append(path);
  }
};

// Scrolling one text moves the other so that the passages next to the middle stay beside each other.
const follow = (pane, other, from, to) => {
  const middle = pane.scrollTop + pane.clientHeight / 3;
  let before = [0, 0];
  let after = [pane.scrollHeight, other.scrollHeight];
  for (const number of order) {
    const [mine, theirs] = [place(from, number), place(to, number)];
    if (!mine || !theirs || !mine.offsetParent || !theirs.offsetParent) continue;
    const point = [top_of(mine, pane), top_of(theirs, other)];
    if (point[0] <= middle && point[0] >= before[0]) before = point;
    if (point[0] > middle && point[0] < after[0]) after = point;
  }
  const part = (middle - before[0]) / Math.max(after[0] - before[0], 1);
  other.scrollTop = before[1] + part * (after[1] - before[1]) - other.clientHeight / 3;
};
let led = null;
for (const pane of panes) for (const kind of ["pointerenter", "focusin", "wheel", "touchstart"])
  pane.addEventListener(kind, () => { led = pane; }, { passive: true });
panes.forEach((pane, side) => {
  pane.addEventListener("scroll", () => {
    requestAnimationFrame(draw);
    if (led !== pane || Date.now() < moving || !wide.matches) return;
    follow(pane, panes[1 - side], "ab"[side], "ba"[side]);
  }, { passive: true });
});

for (const button of [former, next]) if (button) button.hidden = false;
former?.addEventListener("click", () => step(-1));
next?.addEventListener("click", () => step(1));
only?.addEventListener("click", (event) => {
  event.preventDefault();
  const on = beside.classList.toggle("only");
  only.setAttribute("aria-pressed", String(on));
  draw();
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-passage]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  go(link.dataset.passage);
  beside.scrollIntoView({ block: "nearest" });
});
addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select") || event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.key === "j" || event.key === "n") step(1);
  else if (event.key === "k" || event.key === "p") step(-1);
  else if (event.key === "m") only?.click();
});
addEventListener("resize", draw);
addEventListener("load", draw);
const asked = location.hash.match(/^#[abp](\d+)$/);
if (asked && order.includes(asked[1])) go(asked[1]);
draw();
