import { text } from "./texts.js";

// Our own drawing: a few turns of the rivers and streets, in degrees; enough to know where one is.
const centre = { west: 9.972, east: 10.012, south: 48.389, north: 48.408 };
const width = 800, height = 480;
let box = centre;
const danube = [
  [9.890, 48.3420], [9.925, 48.3600], [9.948, 48.3725], [9.966, 48.3855], [9.978, 48.3905], [9.987, 48.3935], [9.9945, 48.3952],
  [10.001, 48.3985], [10.008, 48.4035], [10.016, 48.4075], [10.034, 48.4140], [10.060, 48.4230], [10.100, 48.4380],
];
const iller = [[10.010, 48.3300], [9.991, 48.3520], [9.977, 48.3700], [9.966, 48.3800]];
const blau = [
  [9.890, 48.4115], [9.920, 48.4085], [9.945, 48.4050], [9.969, 48.4005], [9.977, 48.3992], [9.983, 48.3978], [9.9885, 48.3958], [9.9915, 48.3942],
];
const streets = [
  [[9.9825, 48.3995], [9.9868, 48.3990], [9.9912, 48.3985]], [[9.9912, 48.3985], [9.9955, 48.3988], [10.0005, 48.4010]],
  [[9.9825, 48.3995], [9.9838, 48.4035], [9.9895, 48.4058], [9.9958, 48.4048], [10.0005, 48.4010]],
  [[9.9912, 48.3985], [9.9905, 48.4020], [9.9895, 48.4058]], [[9.9825, 48.3995], [9.9862, 48.3962], [9.9935, 48.3958], [10.0005, 48.4010]],
  [[9.9825, 48.3995], [9.968, 48.4018], [9.945, 48.4070], [9.900, 48.4125]], [[9.9895, 48.4058], [9.9900, 48.4120], [9.9880, 48.4200], [9.9790, 48.4330]],
  [[9.9958, 48.4048], [10.002, 48.4115], [10.012, 48.4200], [10.030, 48.4330]], [[9.9935, 48.3958], [9.9985, 48.3930], [10.010, 48.3900], [10.045, 48.3870]],
  [[9.9985, 48.3930], [9.9960, 48.3860], [10.003, 48.3700]], [[9.9825, 48.3995], [9.9760, 48.3915], [9.9600, 48.3830], [9.930, 48.3700]],
];
const namespace = "http://www.w3.org/2000/svg";

export const svg = (name, attributes = {}, content = "") => {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) { element.setAttribute(key, value); }
  element.textContent = content;
  return element;
};

const project = (lon, lat) => [(lon - box.west) / (box.east - box.west) * width, (box.north - lat) / (box.north - box.south) * height];
const place = (lon, lat) => {
  const [x, y] = project(lon, lat);
  return [Math.min(width - 15, Math.max(15, x)), Math.min(height - 15, Math.max(15, y))];
};
const path = points => "M" + points.map(([lon, lat]) => project(lon, lat).map(value => value.toFixed(1)).join(" ")).join("L");

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

const drawGround = map => {
  const scale = (centre.east - centre.west) / (box.east - box.west);
  map.append(
    svg("path", { class: "water", d: path(danube), "stroke-width": Math.max(2, 30 * scale) }),
    svg("path", { class: "water", d: path(iller), "stroke-width": Math.max(1, 18 * scale) }),
    svg("path", { class: "water", d: path(blau), "stroke-width": Math.max(1, 9 * scale) }),
    ...streets.map(street => svg("path", { class: "street", d: path(street) })));
  const [x, y] = project(9.9926, 48.3985), [dx, dy] = project(10.0025, 48.3976), [bx, by] = project(9.974, 48.3999);
  map.append(svg("path", { class: "street", d: `M${x - 9} ${y + 8}h18v-9h-5l-4 -22l-4 22h-5z` }));
  if (scale > .5) {
    map.append(svg("text", { class: "place", x: x + 14, y: y - 8 }, "Münster"), svg("text", { class: "place", x: dx, y: dy }, "Donau"),
      svg("text", { class: "place", x: bx, y: by }, "Blau"));
  }
};

// The centre of Ulm if all hang there, else what holds all; as wide as it is high, in metres.
const boxOf = placed => {
  const lons = placed.map(node => node.lon), lats = placed.map(node => node.lat);
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  if (placed.length === 0 || (west >= centre.west && east <= centre.east && south >= centre.south && north <= centre.north)) {
    return centre;
  }
  const middle = (north + south) / 2, narrow = Math.cos(middle * Math.PI / 180);
  const high = 1.15 * Math.max(north - south, (east - west) * narrow * height / width, .005), wide = high * width / height / narrow;
  return { west: (west + east - wide) / 2, east: (west + east + wide) / 2, south: middle - high / 2, north: middle + high / 2 };
};

// Draws the ground, anew when nodes have come that hang beyond it.
export const fit = (map, marks, nodes) => {
  const wanted = boxOf([...nodes.values()].filter(node => node.lat !== undefined));
  if (map.childElementCount > 0 && ["west", "east", "south", "north"].every(side => wanted[side] === box[side])) { return; }
  box = wanted;
  map.replaceChildren();
  marks.forEach((mark, id) => { if (mark.isOnMap) { marks.delete(id); } });
  drawGround(map);
};

const button = (node, select) => {
  const element = document.createElement("button");
  element.type = "button";
  element.addEventListener("click", () => select(node.id));
  return { group: element, isOnMap: false };
};

const onMap = (node, select) => {
  const [x, y] = place(node.lon, node.lat);
  const group = svg("g", { role: "button", tabindex: "0" });
  group.append(svg("circle", { class: "halo", r: 14, cx: x, cy: y }), svg("title"));
  group.addEventListener("click", () => select(node.id));
  group.addEventListener("keydown", event => {
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); select(node.id); }
  });
  return { x, y, group, isOnMap: true };
};

const show = (mark, node, label) => {
  if (mark.isOnMap) {
    mark.group.setAttribute("aria-label", label);
    mark.group.querySelector("title").textContent = label;
    mark.group.querySelector(".mark")?.remove();
    mark.group.append(shape(node.state, mark.x, mark.y));
    return;
  }
  const drawing = svg("svg", { class: "key", viewBox: "-10 -10 20 20", "aria-hidden": "true" });
  drawing.append(shape(node.state, 0, 0));
  mark.group.replaceChildren(drawing, ` ${label}`);
};

// A node's mark, on the map or beneath it; one that is there already is changed only where it differs.
export const drawNode = (host, marks, node, isSelected, select) => {
  let mark = marks.get(node.id);
  if (!mark) {
    mark = node.lat === undefined ? button(node, select) : onMap(node, select);
    host.append(mark.group);
    marks.set(node.id, mark);
  }
  const label = `${node.name ?? node.id}: ${text(`state-${node.state}`)}`;
  if (mark.label !== label) {
    mark.label = label;
    show(mark, node, label);
  }
  mark.group.setAttribute("aria-pressed", isSelected);
};
