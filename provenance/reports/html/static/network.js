"use strict";
// Draws the network of #network-data with Cytoscape.js: it can be moved, zoomed and filtered, and what is pointed at is
// named. Places come with the data, so that drawing takes no search for them. Without this, the page has the same as SVG.
const draw = (box, data) => {
  const shapes = ["ellipse", "ellipse", "rectangle", "diamond", "triangle", "polygon", "hexagon", "star", "polygon"];
  const cross = "-.35 -1 .35 -1 .35 -.35 1 -.35 1 .35 .35 .35 .35 1 -.35 1 -.35 .35 -1 .35 -1 -.35 -.35 -.35";
  const corners = { 5: "0 1 1 -.8 -1 -.8", 8: cross };
  const lines = { derived: "solid", near: "solid", common: "dotted", open: "dashed", event: "solid" };
  const large = data.nodes.length > 400;
  let grown = 1; // marks grow where the picture is small, so that they are seen
  const said = document.getElementById("network-said");
  const colour = (name) => getComputedStyle(box).getPropertyValue(name).trim();
  const style = () => {
    const looks = shapes.map((_, number) => colour(`--n${number}`));
    const kinds = { derived: "--blue", near: "--green", common: "--amber", open: "--soft", event: "--line" };
    for (const kind of Object.keys(kinds)) kinds[kind] = colour(kinds[kind]);
    return [
      {
        selector: "node",
        style: {
          label: "data(label)", shape: "data(shape)", "shape-polygon-points": "data(corners)",
          width: (node) => node.data("size") * grown, height: (node) => node.data("size") * grown,
          "font-size": 12, "font-family": "system-ui, sans-serif", color: colour("--ink"),
          "text-halign": "center", "text-valign": "bottom", "text-margin-y": 3,
          // A ground of their own, so that no line runs through a title.
          "text-background-color": colour("--paper"), "text-background-opacity": 0.85, "text-background-padding": 1,
          "min-zoomed-font-size": 7,
          "background-color": (node) => looks[node.data("look")],
          "border-width": 1.5, "border-color": colour("--ink"),
        },
      },
      {
        selector: "edge",
        style: {
          width: (edge) => edge.data("width") * Math.sqrt(grown), "curve-style": large ? "straight" : "bezier", opacity: 0.8, "arrow-scale": 0.9,
          "line-style": (edge) => lines[edge.data("kind")],
          "line-color": (edge) => kinds[edge.data("kind")],
          "target-arrow-color": (edge) => kinds[edge.data("kind")],
          "target-arrow-shape": (edge) => (edge.data("directed") ? "triangle" : "none"),
        },
      },
      { selector: ".near", style: { opacity: 1, "z-index": 9, "min-zoomed-font-size": 0, "font-weight": "bold" } },
      { selector: "edge.near", style: { width: 4 } },
      { selector: ".far", style: { opacity: 0.15 } },
      { selector: ".out", style: { display: "none" } },
    ];
  };
  const nodes = data.nodes.map((node, number) => ({
    group: "nodes",
    data: {
      id: `n${number}`, ...node, shape: shapes[node.look], corners: corners[node.look] || "-1 -1 1 -1 0 1",
      size: data.by === "articles" ? 13 : Math.min(12 + Math.sqrt(node.articles), 24),
    },
    position: { x: node.x, y: node.y },
  }));
  const edges = data.edges.map((edge, number) => ({
    group: "edges",
    data: {
      id: `e${number}`, ...edge, source: `n${edge.a}`, target: `n${edge.b}`,
      width: edge.kind === "near" ? 3 : Math.min(1 + Math.sqrt(edge.links) / 2, 6),
    },
  }));
  for (const drawn of document.querySelectorAll(".without-script")) drawn.hidden = true;
  for (const part of document.querySelectorAll(".with-script")) part.hidden = false;
  // No more room than the picture needs.
  const [across, down] = ["x", "y"].map((axis) => {
    const places = data.nodes.map((node) => node[axis]);
    return Math.max(...places) - Math.min(...places);
  });
  const scale = Math.min(1.2, box.clientWidth / (across + 240));
  box.style.height = `${Math.round(Math.max(220, Math.min(innerHeight * 0.8, (down + 120) * scale)))}px`;
  grown = Math.max(1, 0.5 / Math.min(box.clientWidth / (across + 200), box.clientHeight / (down + 60)));
  const network = window.cytoscape({
    container: box, elements: [...nodes, ...edges], layout: { name: "preset" }, style: style(),
    minZoom: 0.02, maxZoom: 4, boxSelectionEnabled: false, autoungrabify: large,
    hideEdgesOnViewport: nodes.length > 1000, textureOnViewport: large, pixelRatio: large ? 1 : "auto",
  });
  const readable = () => {
    network.fit(undefined, 24);
    if (network.zoom() > 1.2) network.zoom({ level: 1.2, renderedPosition: { x: 0, y: 0 } }), network.center();
  };
  const grow = () => {
    const wanted = Math.max(1, 0.5 / network.zoom());
    if (Math.abs(Math.log(wanted / grown)) < 0.3) return;
    grown = wanted;
    network.style().update();
  };
  readable();
  grow();
  let growing = 0;
  network.on("zoom", () => {
    clearTimeout(growing);
    growing = setTimeout(grow, 150);
  });
  box.dataset.drawn = String(nodes.length);
  const look = (event) => {
    const element = event.target;
    const near = element.isNode() ? element.closedNeighborhood() : element.union(element.connectedNodes());
    network.batch(() => {
      if (!large) network.elements().not(near).addClass("far");
      near.addClass("near");
    });
    box.style.cursor = element.data("href") ? "pointer" : "default";
    said.textContent = element.data("words");
  };
  const away = () => {
    network.batch(() => network.elements().removeClass("far near"));
    box.style.cursor = "default";
  };
  network.on("mouseover", "node, edge", look);
  network.on("mouseout", "node, edge", away);
  network.on("tap", "node, edge", (event) => {
    const to = event.target.data("href");
    if (!to) return;
    const pressed = event.originalEvent;
    if (pressed && (pressed.metaKey || pressed.ctrlKey)) window.open(to, "_blank", "noopener");
    else location.assign(to);
  });
  // Filters of what is drawn already; those of the form above decide what is loaded.
  const least = document.getElementById("network-least");
  const words = document.getElementById("network-words");
  const kinds = [...document.querySelectorAll("[data-kind]")];
  const filter = () => {
    const shown = new Set(kinds.filter((kind) => kind.checked).map((kind) => kind.dataset.kind));
    const wanted = words.value.trim().toLowerCase();
    document.getElementById("network-least-said").textContent = `${least.value}%`;
    network.batch(() => {
      network.elements().removeClass("out");
      const sure = (edge) => edge.data("confidence") * 100 >= Number(least.value);
      const out = network.edges().filter((edge) => !sure(edge) || !shown.has(edge.data("kind")));
      out.addClass("out");
      const kept = network.edges().not(out);
      network.nodes().not(kept.connectedNodes()).addClass("out");
      if (wanted) {
        const found = network.nodes().filter((node) => node.data("words").toLowerCase().includes(wanted));
        network.elements().not(found.closedNeighborhood()).addClass("out");
      }
    });
    const left = network.nodes().not(".out").length;
    said.textContent = left < nodes.length ? `${left} of ${nodes.length} shown` : "";
  };
  for (const control of [least, words, ...kinds]) control.addEventListener("input", filter);
  document.getElementById("network-fit").addEventListener("click", readable);
  for (const [name, factor] of [["network-in", 1.4], ["network-out", 1 / 1.4]])
    document.getElementById(name).addEventListener("click", () =>
      network.zoom({ level: network.zoom() * factor, renderedPosition: { x: box.clientWidth / 2, y: box.clientHeight / 2 } }));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => network.style(style()));
  matchMedia("print").addEventListener("change", (event) => {
    for (const drawn of document.querySelectorAll(".without-script")) drawn.hidden = !event.matches;
  });
};
// A large network is asked for when its page is there; until it comes, and where it does not, the SVG is shown.
const begin = async () => {
  const box = document.getElementById("network");
  if (!box || !window.cytoscape) return;
  const inside = document.getElementById("network-data");
  if (inside) return draw(box, JSON.parse(inside.textContent));
  const answer = await fetch(box.dataset.from);
  if (!answer.ok) return;
  const data = await answer.json();
  for (const name of ["summary", "left_out"]) {
    const words = document.getElementById(`network-${name.replace("_", "-")}`);
    if (words) words.textContent = data[name];
  }
  draw(box, data);
};
begin();
