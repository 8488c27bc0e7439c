"use strict";
// Draws the network of #network-data on a canvas: it can be moved, zoomed and filtered, and what is pointed at is named.
// Places come with the data, so that drawing takes no search for them. Without this, the page has the same as SVG.
(() => {
  const box = document.getElementById("network");
  const source = document.getElementById("network-data");
  if (!box || !source) return;
  const data = JSON.parse(source.textContent);
  const said = document.getElementById("network-said");
  const { nodes, edges } = data;
  const LARGE = nodes.length > 400; // of so many marks the others do not fade when one is pointed at, nor are they moved
  const TITLE = 12, SMALLEST = 0.5, FURTHEST = 0.02, NEAREST = 4; // pixels; the least scale of marks; zooms
  const NEAR = 5; // pixels around a mark or line that count as pointing at it
  const KINDS = { derived: "--blue", near: "--green", common: "--amber", open: "--soft", event: "--line" };
  const DASHES = { common: [2, 4], open: [7, 5] };
  // By the number of a publisher, as the legend has them; 0 and 1 are circles, of others corners from the middle.
  const CORNERS = [null, null,
    [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
    [[0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]],
    [[0, -1.15], [1.1, 0.85], [-1.1, 0.85]],
    [[0, 1.15], [1.1, -0.85], [-1.1, -0.85]],
    [[-0.6, -1], [0.6, -1], [1.15, 0], [0.6, 1], [-0.6, 1], [-1.15, 0]],
    [[0, -1.3], [0.35, -0.4], [1.25, -0.4], [0.55, 0.2], [0.8, 1.1], [0, 0.55], [-0.8, 1.1], [-0.55, 0.2],
      [-1.25, -0.4], [-0.35, -0.4]],
    [[-0.4, -1.2], [0.4, -1.2], [0.4, -0.4], [1.2, -0.4], [1.2, 0.4], [0.4, 0.4], [0.4, 1.2], [-0.4, 1.2],
      [-0.4, 0.4], [-1.2, 0.4], [-1.2, -0.4], [-0.4, -0.4]]];

  for (const node of nodes) {
    node.size = data.by === "articles" ? 13 : Math.min(12 + Math.sqrt(node.articles), 24);
    node.lines = [];
  }
  const between = new Map();
  for (const edge of edges) {
    edge.width = edge.kind === "near" ? 3 : Math.min(1 + Math.sqrt(edge.links) / 2, 6);
    for (const end of [edge.a, edge.b]) nodes[end].lines.push(edge);
    const pair = edge.a < edge.b ? `${edge.a} ${edge.b}` : `${edge.b} ${edge.a}`;
    between.set(pair, [...(between.get(pair) || []), edge]);
  }
  for (const same of between.values())
    same.forEach((edge, at) => {
      edge.bend = (at - (same.length - 1) / 2) * 36 * (edge.a < edge.b ? 1 : -1);
    });
  // Titles of what has most lines go first, where not all have room.
  const ranked = [...nodes].sort((one, other) => other.lines.length - one.lines.length);

  for (const drawn of document.querySelectorAll(".without-script")) drawn.hidden = true;
  for (const part of document.querySelectorAll(".with-script")) part.hidden = false;
  const canvas = box.appendChild(document.createElement("canvas"));
  const pen = canvas.getContext("2d");
  canvas.setAttribute("aria-hidden", "true");
  const span = (axis) => {
    const places = nodes.map((node) => node[axis]);
    return [Math.min(...places), Math.max(...places)];
  };
  const [[left, right], [top, bottom]] = [span("x"), span("y")];
  const [across, down] = [right - left, bottom - top];
  const tall = () => { // no more room than the picture needs
    const scale = Math.min(1.2, box.clientWidth / (across + 240));
    box.style.height = `${Math.round(Math.max(220, Math.min(innerHeight * 0.8, (down + 120) * scale)))}px`;
  };
  const view = { zoom: 1, x: 0, y: 0 };
  let looks = {}, over = null, asked = false;
  const colours = () => {
    const style = getComputedStyle(box);
    const colour = (name) => style.getPropertyValue(name).trim();
    looks = { ink: colour("--ink"), paper: colour("--paper"), nodes: CORNERS.map((_, at) => colour(`--n${at}`)), lines: {} };
    for (const [kind, name] of Object.entries(KINDS)) looks.lines[kind] = colour(name);
  };
  const whole = () => {
    view.zoom = Math.max(FURTHEST, Math.min(1.2, box.clientWidth / (across + 200), box.clientHeight / (down + 60)));
    view.x = box.clientWidth / 2 - ((left + right) / 2) * view.zoom;
    view.y = box.clientHeight / 2 - ((top + bottom + 14) / 2) * view.zoom;
    redraw();
  };
  const redraw = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; draw(); });
  };

  // Drawing ---------------------------------------------------------------------------------------------------------
  const radius = (node) => (node.size / 2) * Math.max(SMALLEST, view.zoom);
  const thickness = (edge) => edge.width * Math.max(0.4, Math.min(view.zoom, 1.5));
  const at = (node) => [node.x * view.zoom + view.x, node.y * view.zoom + view.y];
  // (from, to, where a bent line is drawn to) on the canvas; an arrow ends at the mark and not inside of it
  const course = (edge) => {
    const [from, to] = [at(nodes[edge.a]), at(nodes[edge.b])];
    const [x, y] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(x, y) || 1;
    const bend = (edge.bend * view.zoom * Math.min(1, length / 120)) / length;
    return { from, to, middle: edge.bend ? [(from[0] + to[0]) / 2 - y * bend, (from[1] + to[1]) / 2 + x * bend] : null };
  };
  const outside = ({ from, to }) => {
    const wide = box.clientWidth, high = box.clientHeight;
    return Math.max(from[0], to[0]) < -40 || Math.min(from[0], to[0]) > wide + 40
      || Math.max(from[1], to[1]) < -40 || Math.min(from[1], to[1]) > high + 40;
  };
  const drawLines = (some, wider) => {
    const groups = new Map(); // one path for all lines that look alike
    for (const edge of some) {
      const way = course(edge);
      if (outside(way)) continue;
      const name = `${edge.kind} ${Math.round(edge.width * 2)}`;
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push([edge, way]);
    }
    for (const ways of groups.values()) {
      const [first] = ways[0];
      pen.strokeStyle = pen.fillStyle = looks.lines[first.kind];
      pen.lineWidth = wider ? 4 : thickness(first);
      pen.setLineDash(DASHES[first.kind] || []);
      pen.beginPath();
      for (const [, { from, to, middle }] of ways) {
        pen.moveTo(...from);
        if (middle) pen.quadraticCurveTo(...middle, ...to);
        else pen.lineTo(...to);
      }
      pen.stroke();
      pen.beginPath();
      for (const [edge, { from, to, middle }] of ways) {
        if (!edge.directed) continue;
        const [x, y] = middle || from;
        const angle = Math.atan2(to[1] - y, to[0] - x), size = 4 + pen.lineWidth * 2.2, gap = radius(nodes[edge.b]) + 1;
        const [tipX, tipY] = [to[0] - Math.cos(angle) * gap, to[1] - Math.sin(angle) * gap];
        pen.moveTo(tipX, tipY);
        for (const turn of [0.42, -0.42]) pen.lineTo(tipX - Math.cos(angle + turn) * size, tipY - Math.sin(angle + turn) * size);
        pen.closePath();
      }
      pen.fill();
    }
    pen.setLineDash([]);
  };
  const drawMark = (node) => {
    const [x, y] = at(node), size = radius(node), corners = CORNERS[node.look];
    if (x < -size || y < -size || x > box.clientWidth + size || y > box.clientHeight + size) return;
    pen.beginPath();
    if (corners) for (const [dx, dy] of corners) pen.lineTo(x + dx * size, y + dy * size);
    else pen.arc(x, y, size, 0, 2 * Math.PI);
    pen.closePath();
    pen.fillStyle = looks.nodes[node.look];
    pen.fill();
    pen.stroke();
  };
  // Titles where they cover neither each other nor a mark; those of `first` are drawn in any case.
  const drawTitles = (first) => {
    const font = Math.max(11, Math.min(TITLE * view.zoom, 18)), cell = 24;
    const taken = new Set();
    const cells = (x, y, wide, high) => {
      const found = [];
      for (let column = Math.floor(x / cell); column <= Math.floor((x + wide) / cell); column++)
        for (let row = Math.floor(y / cell); row <= Math.floor((y + high) / cell); row++) found.push(column * 4096 + row);
      return found;
    };
    const rectangles = new Map(); // by cell, so that only neighbours are compared
    const free = (rectangle) => cells(...rectangle).every((name) => (rectangles.get(name) || []).every((other) =>
      rectangle[0] >= other[0] + other[2] || other[0] >= rectangle[0] + rectangle[2]
      || rectangle[1] >= other[1] + other[3] || other[1] >= rectangle[1] + rectangle[3]));
    const take = (rectangle) => {
      for (const name of cells(...rectangle)) rectangles.set(name, [...(rectangles.get(name) || []), rectangle]);
    };
    const seen = ranked.filter((node) => {
      const [x, y] = at(node);
      return !node.out && x > -60 && y > -20 && x < box.clientWidth + 60 && y < box.clientHeight + 20;
    });
    for (const node of seen) {
      const [x, y] = at(node), size = radius(node);
      take([x - size, y - size, 2 * size, 2 * size]);
    }
    pen.textAlign = "center";
    pen.textBaseline = "top";
    for (const node of [...first, ...seen]) {
      if (taken.has(node)) continue;
      const sure = first.includes(node);
      if (!sure && over && !LARGE) continue; // the others have faded
      pen.font = `${sure ? "bold " : ""}${font}px system-ui, sans-serif`;
      const [x, y] = at(node), below = y + radius(node) + 2;
      node.wide ??= pen.measureText(node.label).width / font;
      const wide = (sure ? 1.1 : 1) * node.wide * font;
      const rectangle = [x - wide / 2 - 2, below, wide + 4, font + 3];
      if (!node.label || (!sure && !free(rectangle))) continue;
      taken.add(node);
      take(rectangle);
      pen.globalAlpha = 0.85; // a ground of their own, so that no line runs through a title
      pen.fillStyle = looks.paper;
      pen.fillRect(...rectangle);
      pen.globalAlpha = 1;
      pen.fillStyle = looks.ink;
      pen.fillText(node.label, x, below + 1);
    }
  };
  const draw = () => {
    const [wide, high, sharp] = [box.clientWidth, box.clientHeight, Math.min(devicePixelRatio || 1, 2)];
    if (canvas.width !== wide * sharp || canvas.height !== high * sharp) {
      [canvas.width, canvas.height] = [wide * sharp, high * sharp];
      [canvas.style.width, canvas.style.height] = [`${wide}px`, `${high}px`];
    }
    pen.setTransform(sharp, 0, 0, sharp, 0, 0);
    pen.clearRect(0, 0, wide, high);
    const near = !over ? [] : "lines" in over ? [over, ...over.lines.flatMap((edge) => [nodes[edge.a], nodes[edge.b]])]
      : [nodes[over.a], nodes[over.b]];
    const lines = !over ? [] : "lines" in over ? over.lines : [over];
    const [close, bright] = [new Set(near), new Set(lines)];
    const faded = over && !LARGE ? 0.15 : 1;
    pen.globalAlpha = 0.8 * faded;
    drawLines(edges.filter((edge) => !edge.out && !bright.has(edge)), false);
    pen.globalAlpha = 1;
    drawLines(lines.filter((edge) => !edge.out), true);
    pen.lineWidth = 1.5 * Math.max(SMALLEST, Math.min(view.zoom, 1));
    pen.strokeStyle = looks.ink;
    for (const node of nodes) {
      if (node.out) continue;
      pen.globalAlpha = close.has(node) ? 1 : faded;
      drawMark(node);
    }
    pen.globalAlpha = 1;
    drawTitles([...close].filter((node) => !node.out));
  };

  // Pointing, moving, zooming ---------------------------------------------------------------------------------------
  const found = (x, y) => {
    let best = null, least = Infinity;
    for (const node of nodes) {
      if (node.out) continue;
      const [nodeX, nodeY] = at(node), far = Math.hypot(nodeX - x, nodeY - y) - radius(node);
      if (far < NEAR && far < least) [best, least] = [node, far];
    }
    if (best) return best;
    for (const edge of edges) {
      if (edge.out) continue;
      const { from, to, middle } = course(edge);
      const points = middle ? [from, [(from[0] + 2 * middle[0] + to[0]) / 4, (from[1] + 2 * middle[1] + to[1]) / 4], to] : [from, to];
      for (let part = 1; part < points.length; part++) {
        const [[aX, aY], [bX, bY]] = [points[part - 1], points[part]];
        const length = (bX - aX) ** 2 + (bY - aY) ** 2 || 1;
        const along = Math.max(0, Math.min(1, ((x - aX) * (bX - aX) + (y - aY) * (bY - aY)) / length));
        const far = Math.hypot(aX + along * (bX - aX) - x, aY + along * (bY - aY) - y);
        if (far < NEAR && far < least) [best, least] = [edge, far];
      }
    }
    return best;
  };
  const zoomTo = (zoom, x, y) => {
    const next = Math.max(FURTHEST, Math.min(NEAREST, zoom));
    view.x = x - ((x - view.x) * next) / view.zoom;
    view.y = y - ((y - view.y) * next) / view.zoom;
    view.zoom = next;
    redraw();
  };
  const place = (event) => {
    const frame = canvas.getBoundingClientRect();
    return [event.clientX - frame.left, event.clientY - frame.top];
  };
  const look = (one) => {
    if (one === over) return;
    over = one;
    box.style.cursor = one ? (one.href ? "pointer" : "default") : "grab";
    if (one) said.textContent = one.words;
    redraw();
  };
  const pressed = new Map(); // pointers that are down, with where they are
  let held = null, moved = 0, spread = 0;
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button > 1) return;
    pressed.set(event.pointerId, place(event));
    canvas.setPointerCapture(event.pointerId);
    const one = found(...place(event));
    held = one && "lines" in one && !LARGE ? one : null;
    if (event.pointerType !== "mouse") look(one);
    moved = spread = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const [x, y] = place(event);
    const before = pressed.get(event.pointerId);
    if (!before) return look(found(x, y));
    pressed.set(event.pointerId, [x, y]);
    const [one, other] = [...pressed.values()];
    if (other) { // two fingers
      const now = Math.hypot(one[0] - other[0], one[1] - other[1]);
      if (spread) zoomTo((view.zoom * now) / spread, (one[0] + other[0]) / 2, (one[1] + other[1]) / 2);
      spread = now;
      moved = Infinity;
      return undefined;
    }
    moved += Math.abs(x - before[0]) + Math.abs(y - before[1]);
    if (held && moved > NEAR) {
      held.x += (x - before[0]) / view.zoom;
      held.y += (y - before[1]) / view.zoom;
    } else if (!held) {
      view.x += x - before[0];
      view.y += y - before[1];
    }
    return redraw();
  });
  const lifted = (event) => {
    const was = pressed.delete(event.pointerId);
    spread = 0;
    if (!was || event.type === "pointercancel" || moved > NEAR || pressed.size) return;
    const to = (found(...place(event)) || {}).href;
    if (!to) return;
    if (event.metaKey || event.ctrlKey || event.button === 1) window.open(to, "_blank", "noopener");
    else location.assign(to);
  };
  canvas.addEventListener("pointerup", lifted);
  canvas.addEventListener("pointercancel", lifted);
  canvas.addEventListener("pointerleave", () => look(null));
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoomTo(view.zoom * Math.exp(-event.deltaY * (event.deltaMode ? 0.03 : 0.0015)), ...place(event));
  }, { passive: false });

  // Filters of what is drawn already; those of the form above decide what is loaded -----------------------------------
  const least = document.getElementById("network-least");
  const words = document.getElementById("network-words");
  const kinds = [...document.querySelectorAll("[data-kind]")];
  const filter = () => {
    const shown = new Set(kinds.filter((kind) => kind.checked).map((kind) => kind.dataset.kind));
    const wanted = words.value.trim().toLowerCase();
    document.getElementById("network-least-said").textContent = `${least.value}%`;
    for (const edge of edges) edge.out = edge.confidence * 100 < Number(least.value) || !shown.has(edge.kind);
    for (const node of nodes) node.out = !node.lines.some((edge) => !edge.out);
    if (wanted) {
      const hits = nodes.filter((node) => !node.out && node.words.toLowerCase().includes(wanted));
      const kept = new Set(hits.flatMap((node) => [node, ...node.lines.filter((edge) => !edge.out)]));
      for (const edge of edges) edge.out = edge.out || !kept.has(edge);
      const ends = new Set(edges.filter((edge) => !edge.out).flatMap((edge) => [nodes[edge.a], nodes[edge.b]]));
      for (const node of nodes) node.out = !kept.has(node) && !ends.has(node);
    }
    const remaining = nodes.filter((node) => !node.out).length;
    said.textContent = remaining < nodes.length ? `${remaining} of ${nodes.length} shown` : "";
    redraw();
  };
  for (const control of [least, words, ...kinds]) control.addEventListener("input", filter);
  document.getElementById("network-fit").addEventListener("click", whole);
  for (const [name, factor] of [["network-in", 1.4], ["network-out", 1 / 1.4]])
    document.getElementById(name).addEventListener("click", () =>
      zoomTo(view.zoom * factor, box.clientWidth / 2, box.clientHeight / 2));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { colours(); redraw(); });
  matchMedia("print").addEventListener("change", (event) => {
    for (const drawn of document.querySelectorAll(".without-script")) drawn.hidden = !event.matches;
  });
  let width = box.clientWidth;
  addEventListener("resize", () => {
    if (box.clientWidth === width) return;
    width = box.clientWidth;
    tall();
    whole();
  });
  tall();
  colours();
  whole();
  draw();
  box.dataset.drawn = String(nodes.length);
})();
