"use strict";
// Searches the words of search-index.js: articles that have all words come first, then those that have most. The last
// word may be the beginning of one. Words are cut as `reports/site/search_index.py` cuts them.
(() => {
  const index = window.searchIndex;
  const box = document.getElementById("search-words");
  const list = document.getElementById("search-results");
  const said = document.getElementById("search-said");
  if (!index || !box) return;
  const MOST = 100;
  const known = Object.keys(index.words).sort();
  const EACH = "\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff"; // every character is a word
  const parts = new RegExp(`[${EACH}]|[^${EACH}]+`, "gu");
  const wordsOf = (text) => {
    const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return [...plain.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(([run]) => run.match(parts));
  };
  const holders = (word) => {
    let number = -1;
    return Object.hasOwn(index.words, word)
      ? index.words[word].split(" ").map((step) => (number += parseInt(step, 36)))
      : [];
  };
  const beginning = (start) => {
    let low = 0;
    let high = known.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (known[middle] < start) low = middle + 1;
      else high = middle;
    }
    const found = [];
    while (low < known.length && known[low].startsWith(start) && found.length < 200) found.push(known[low++]);
    return found;
  };
  const found = (words) => {
    const points = new Map();
    words.forEach((word, place) => {
      const last = place === words.length - 1 && word.length > 2;
      const having = new Set((last ? [word, ...beginning(word)] : [word]).flatMap(holders));
      const rare = Math.log(1 + index.articles.length / (1 + having.size));
      for (const number of having) {
        const inTitle = wordsOf(index.articles[number][1]).includes(word) ? 2 : 0;
        const [count, sum] = points.get(number) || [0, 0];
        points.set(number, [count + 1, sum + rare + inTitle]);
      }
    });
    return [...points].sort(([a, [m, x]], [b, [n, y]]) => n - m || y - x || a - b);
  };
  const show = () => {
    const words = [...new Set(wordsOf(box.value))];
    const results = words.length ? found(words) : [];
    const all = results.filter(([, [count]]) => count === words.length);
    const shown = (all.length ? all : results).slice(0, MOST);
    list.replaceChildren(...shown.map(([number]) => {
      const [address, title, note, lead] = index.articles[number];
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = address;
      link.className = "index-title";
      link.textContent = title;
      const where = document.createElement("span");
      where.className = "note";
      where.textContent = ` ${note}`;
      const start = document.createElement("p");
      start.textContent = `${lead} …`;
      for (const each of [link, where, start]) each.dir = "auto";
      item.append(link, where, start);
      return item;
    }));
    const total = (all.length ? all : results).length;
    const some = all.length || !results.length ? "" : " (none has all words)";
    said.textContent = !words.length ? "" : `${total} of ${index.articles.length} articles${some}` +
      (total > MOST ? `; the first ${MOST} are shown` : "");
    history.replaceState(null, "", words.length ? `#${encodeURIComponent(box.value)}` : location.pathname);
  };
  try {
    box.value = decodeURIComponent(location.hash.slice(1));
  } catch {
    box.value = "";
  }
  box.addEventListener("input", show);
  document.getElementById("search").hidden = false;
  show();
})();
