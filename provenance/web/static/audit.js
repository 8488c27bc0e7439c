// How far an audit is, without loading the page again. Every tab asks the server, so all of them agree.
"use strict";

const run = document.getElementById("audit");
const words = document.getElementById("words");
const bar = document.getElementById("bar");

const ask = async () => {
  let said;
  try {
    const answer = await fetch("/audit/progress", { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.status);
    said = await answer.json();
  } catch {
    words.textContent = "The server does not answer.";
    setTimeout(ask, 3000);
    return;
  }
  if (said.state !== run.dataset.state || String(said.number) !== run.dataset.number) {
    location.reload();
    return;
  }
  const runs = said.state === "running" || said.state === "stopping";
  if (runs) {
    words.textContent = said.words;
    if (said.total) {
      bar.max = said.total;
      bar.value = said.done;
    } else bar.removeAttribute("value");
  }
  setTimeout(ask, runs ? 700 : 4000);
};
setTimeout(ask, 700);
