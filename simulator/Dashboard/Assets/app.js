import { drawChart } from "./chart.js";
import { drawNode, fit, shape, svg } from "./map.js";
import { events, language, text, texts } from "./texts.js";

const at = id => document.getElementById(id);
const nodes = new Map(), marks = new Map(), rows = new Map();
let street = { connected: true, kinds: [], now: 0 }, selected = null, detail = null, order = "id", isDue = false;
export const timing = { updates: 0, lastMs: 0, worstMs: 0 };
window.ulmedgeTiming = timing;

const speak = code => {
  document.documentElement.lang = code;
  localStorage.setItem("language", code);
  document.querySelectorAll("[data-text]").forEach(element => { element.textContent = text(element.dataset.text); });
  document.querySelectorAll("[data-label]").forEach(element => element.setAttribute("aria-label", text(element.dataset.label)));
  document.querySelectorAll("[data-language]").forEach(button => button.setAttribute("aria-pressed", button.dataset.language === code));
  at("legend").replaceChildren(...["online", "offline", "sensor", "late"].flatMap(state => {
    const drawing = svg("svg", { viewBox: "-10 -10 20 20", width: 16, height: 16, "aria-hidden": "true", style: "" });
    drawing.removeAttribute("style");
    drawing.classList.add("key");
    drawing.append(shape(state, 0, 0));
    return [drawing, ` ${text(`state-${state}`)}  `];
  }));
  marks.forEach(mark => { mark.label = null; });
  rows.forEach(row => { row.version = null; });
  schedule();
};

const moment = ms => new Date(ms).toISOString().slice(0, 19).replace("T", " ");
const span = seconds => seconds < 86400 ? new Date(seconds * 1000).toISOString().slice(11, 19) : `${(seconds / 86400).toFixed(1)} d`;

const facts = (host, pairs) => {
  const list = document.createElement("dl");
  list.className = "facts";
  for (const [name, value] of pairs) {
    const term = document.createElement("dt"), description = document.createElement("dd");
    term.textContent = name;
    description.textContent = value;
    list.append(term, description);
  }
  host.replaceChildren(pairs.length > 0 ? list : text("none"));
};

const latest = node => Object.entries(node.latest).slice(0, 4).map(([name, value]) => `${name} ${value}`).join(", ");

const drawRow = (body, node) => {
  let row = rows.get(node.id);
  if (!row) {
    row = { element: document.createElement("tr"), cells: [] };
    for (let i = 0; i < 6; i++) { row.cells.push(row.element.insertCell()); }
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = node.id;
    button.addEventListener("click", () => select(node.id));
    row.cells[0].append(button);
    rows.set(node.id, row);
    body.append(row.element);
  }
  if (row.version !== node) {
    row.version = node;
    [text(`state-${node.state}`), node.samples, node.late, node.gaps, latest(node)].forEach((value, i) => {
      row.cells[i + 1].textContent = value;
    });
  }
  row.element.setAttribute("aria-selected", node.id === selected);
  row.element.hidden = !matches(node);
};

const matches = node => {
  const wanted = at("filter").value.trim().toLowerCase();
  return wanted === "" || `${node.id} ${node.name ?? ""} ${node.state} ${text(`state-${node.state}`)}`.toLowerCase().includes(wanted);
};

const sortRows = () => {
  const body = at("fleet").tBodies[0];
  const value = node => order === "id" || order === "state" ? node[order] : -node[order];
  const sorted = [...nodes.values()].sort((a, b) => value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : a.id < b.id ? -1 : 1);
  sorted.forEach(node => body.append(rows.get(node.id).element));
  document.querySelectorAll("[data-sort]").forEach(button => button.closest("th").setAttribute(
    "aria-sort", button.dataset.sort === order ? "ascending" : "none"));
};

const drawNodeDetail = () => {
  at("node").hidden = detail === null;
  if (!detail) { return; }
  const { summary, journey, meta } = detail;
  at("node-title").textContent = `${summary.name ?? summary.id}: ${text(`state-${summary.state}`)}`;
  at("csv").href = `export/${encodeURIComponent(summary.id)}.csv`;
  at("senml").href = `export/${encodeURIComponent(summary.id)}.senml.json`;
  drawFaults(summary);
  at("journey").replaceChildren(...[
    ["taken", journey.taken], ["waiting", journey.waiting], ["acknowledged", journey.acknowledged], ["arrived", journey.received],
    ["gapsBetween", journey.missing],
  ].map(([name, value]) => {
    const item = document.createElement("li"), number = document.createElement("b");
    item.dataset.step = name;
    number.textContent = value ?? text("unknownYet");
    item.append(number, ` ${text(name)}`);
    return item;
  }));
  const charts = at("charts");
  detail.charts.forEach((chart, i) => drawChart(
    charts.children[i] ?? charts.appendChild(document.createElement("figure")), chart, detail.faults, street));
  while (charts.children.length > detail.charts.length) { charts.lastChild.remove(); }
  facts(at("meta"), Object.entries(meta).flatMap(([name, value]) => name === "channels"
    ? value.map(([channel, sensor, calibration]) => [channel, [sensor, calibration].filter(Boolean).join(", ")])
    : [[name, value]]));
  for (const part of ["health", "test", "configuration"]) {
    facts(at(part), detail[part].map(([name, value, unit]) => [name, unit ? `${value} ${unit}` : value]));
  }
  facts(at("log"), detail.log.map(([boot, uptime, code, value]) => [
    text("event", boot, span(uptime)), `${events[language()][code] ?? code} (${value})`]).reverse());
  at("plan-section").hidden = !street.replay;
  facts(at("plan"), detail.faults.map(([from, until, kind]) => [moment(from), until > from ? `${kind} ${text("until", moment(until))}` : kind]));
};

const drawFaults = summary => {
  const host = at("faults");
  if (host.childElementCount !== street.kinds.length) {
    host.replaceChildren(...street.kinds.map(kind => {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.kind = kind;
      button.addEventListener("click", () => toggle(kind));
      return button;
    }));
  }
  for (const button of host.children) {
    button.textContent = text(`fault-${button.dataset.kind}`);
    button.setAttribute("aria-pressed", summary.active.includes(button.dataset.kind));
  }
};

const toggle = async kind => {
  const answer = await fetch(`faults/${encodeURIComponent(selected)}/${kind}`, { method: "POST", headers: { "X-UlmEdge": "1" } });
  if (answer.ok) {
    detail = await answer.json();
    schedule();
  }
};

const load = async () => {
  if (selected === null) { return; }
  const answer = await fetch(`api/nodes/${encodeURIComponent(selected)}`);
  if (answer.ok) {
    const loaded = await answer.json();
    if (loaded.summary.id === selected) {
      detail = loaded;
      schedule();
    }
  }
};

const select = async id => {
  selected = id;
  location.hash = id;
  await load();
  schedule();
  at("node").focus({ preventScroll: false });
};

// What has changed is drawn with the next frame, however much arrived meanwhile.
const schedule = () => {
  if (!isDue) {
    isDue = true;
    requestAnimationFrame(draw);
  }
};

const draw = () => {
  const began = performance.now();
  isDue = false;
  const body = at("fleet").tBodies[0], known = rows.size;
  fit(at("map"), marks, nodes);
  nodes.forEach(node => {
    drawNode(node.lat === undefined ? at("elsewhere") : at("map"), marks, node, node.id === selected, select);
    drawRow(body, node);
  });
  at("elsewhere-section").hidden = at("elsewhere").childElementCount === 0;
  if (rows.size !== known) { sortRows(); }
  const all = [...nodes.values()];
  const online = all.filter(node => node.state !== "offline" && node.state !== "unknown").length;
  const samples = all.reduce((sum, node) => sum + node.samples, 0);
  const words = (street.connected ? "" : `${text("brokerAway")} `) + (street.replay ? `${text("replay", street.replay)} ` : "") + text("count", all.length, online, samples);
  if (at("summary").textContent !== words) { at("summary").textContent = words; }
  drawNodeDetail();
  timing.updates++;
  timing.lastMs = performance.now() - began;
  timing.worstMs = Math.max(timing.worstMs, timing.lastMs);
};

document.querySelectorAll("[data-language]").forEach(button => button.addEventListener("click", () => speak(button.dataset.language)));
document.querySelectorAll("[data-sort]").forEach(button => button.addEventListener("click", () => { order = button.dataset.sort; sortRows(); }));
at("filter").addEventListener("input", schedule);
const asked = localStorage.getItem("language") ?? navigator.language.slice(0, 2);
speak(texts[asked] ? asked : "en");
selected = decodeURIComponent(location.hash.slice(1)) || null;

new EventSource("events").addEventListener("message", event => {
  street = JSON.parse(event.data);
  let isSelectedNew = false;
  for (const node of street.nodes) {
    nodes.set(node.id, node);
    isSelectedNew ||= node.id === selected;
  }
  if (selected === null && nodes.size > 0) {
    selected = [...nodes.keys()].sort()[0];
    isSelectedNew = true;
  }
  if (isSelectedNew) { load(); }
  schedule();
});
