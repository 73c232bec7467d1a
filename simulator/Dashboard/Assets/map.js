import { text } from "./texts.js";

// Our own drawing: a few turns of the rivers and streets, in degrees; enough to know where one is.
const box = { west: 9.972, east: 10.012, south: 48.389, north: 48.408 };
const danube = [[9.966, 48.3855], [9.978, 48.3905], [9.987, 48.3935], [9.9945, 48.3952], [10.001, 48.3985], [10.008, 48.4035], [10.016, 48.4075]];
const blau = [[9.969, 48.4005], [9.977, 48.3992], [9.983, 48.3978], [9.9885, 48.3958], [9.9915, 48.3942]];
const streets = [
  [[9.9825, 48.3995], [9.9868, 48.3990], [9.9912, 48.3985]], [[9.9912, 48.3985], [9.9955, 48.3988], [10.0005, 48.4010]],
  [[9.9825, 48.3995], [9.9838, 48.4035], [9.9895, 48.4058], [9.9958, 48.4048], [10.0005, 48.4010]],
  [[9.9912, 48.3985], [9.9905, 48.4020], [9.9895, 48.4058]], [[9.9825, 48.3995], [9.9862, 48.3962], [9.9935, 48.3958], [10.0005, 48.4010]],
];
const namespace = "http://www.w3.org/2000/svg";

export const svg = (name, attributes = {}, content = "") => {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) { element.setAttribute(key, value); }
  element.textContent = content;
  return element;
};

const place = (lon, lat) => [
  Math.min(785, Math.max(15, (lon - box.west) / (box.east - box.west) * 800)),
  Math.min(465, Math.max(15, (box.north - lat) / (box.north - box.south) * 480)),
];
const path = points => "M" + points.map(([lon, lat]) => [
  ((lon - box.west) / (box.east - box.west) * 800).toFixed(1), ((box.north - lat) / (box.north - box.south) * 480).toFixed(1),
].join(" ")).join("L");

// Every state has a shape: circle, square, triangle, diamond, ring.
export const shape = (state, x, y) => {
  const at = `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
  switch (state) {
    case "offline": return svg("rect", { class: `mark ${state}`, x: -7, y: -7, width: 14, height: 14, transform: at });
    case "sensor": return svg("path", { class: `mark ${state}`, d: "M0 -9L9 7H-9Z", transform: at });
    case "late": return svg("path", { class: `mark ${state}`, d: "M0 -9L9 0L0 9L-9 0Z", transform: at });
    case "unknown": return svg("circle", { class: `mark ${state}`, r: 4, transform: at });
    default: return svg("circle", { class: `mark ${state}`, r: 8, transform: at });
  }
};

export const drawGround = map => {
  map.append(
    svg("path", { class: "water", d: path(danube), "stroke-width": 30 }), svg("path", { class: "water", d: path(blau), "stroke-width": 9 }),
    ...streets.map(street => svg("path", { class: "street", d: path(street) })));
  const [x, y] = place(9.9926, 48.3985);
  map.append(svg("path", { class: "street", d: `M${x - 9} ${y + 8}h18v-9h-5l-4 -22l-4 22h-5z` }),
    svg("text", { class: "place", x: x + 14, y: y - 8 }, "Münster"), svg("text", { class: "place", x: 610, y: 262 }, "Donau"),
    svg("text", { class: "place", x: 40, y: 205 }, "Blau"));
};

// A node's mark; a mark that is there already is changed only where it differs.
export const drawNode = (map, marks, node, isSelected, select) => {
  if (node.lat === undefined) { return; }
  let mark = marks.get(node.id);
  if (!mark) {
    const [x, y] = place(node.lon, node.lat);
    mark = { x, y, group: svg("g", { role: "button", tabindex: "0" }) };
    mark.group.append(svg("circle", { class: "halo", r: 14, cx: x, cy: y }), svg("title"));
    mark.group.addEventListener("click", () => select(node.id));
    mark.group.addEventListener("keydown", event => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); select(node.id); }
    });
    map.append(mark.group);
    marks.set(node.id, mark);
  }
  const label = `${node.name}: ${text(`state-${node.state}`)}`;
  if (mark.label !== label) {
    mark.label = label;
    mark.group.setAttribute("aria-label", label);
    mark.group.querySelector("title").textContent = label;
    mark.group.querySelector(".mark")?.remove();
    mark.group.append(shape(node.state, mark.x, mark.y));
  }
  mark.group.setAttribute("aria-pressed", isSelected);
};
