import { svg } from "./map.js";
import { doubts, named, reasons, text } from "./texts.js";

const width = 340, height = 120, left = 4, top = 8, bottom = 18, freshMs = 30000;

const clock = ms => new Date(ms).toISOString().slice(11, 19);

// Stretches without a hole: a value that is missing ends one, and so does a time in which nothing was measured.
const stretches = points => {
  const steps = points.slice(1).map((point, i) => point[0] - points[i][0]).sort((a, b) => a - b);
  const hole = 2.5 * (steps[Math.floor(steps.length / 2)] ?? Infinity);
  const all = [];
  let open = null, before = null;
  for (const point of points) {
    const isBroken = point[2] === null || (before && point[0] - before[0] > hole);
    if (isBroken) { open = null; }
    if (point[2] !== null) {
      if (!open) { open = []; all.push(open); }
      open.push(point);
    }
    before = point;
  }
  return all;
};

// Points are [time, received, value or null, reasons, doubts, late]; faults [from, until, kind].
export const drawChart = (figure, chart, faults, { now, replay }) => {
  const unit = chart.u, points = chart.points, valued = points.filter(point => point[2] !== null);
  figure.replaceChildren();
  figure.dataset.channel = chart.n;
  const latest = points.at(-1);
  const caption = document.createElement("figcaption");
  const name = document.createElement("b");
  name.textContent = chart.n;
  const value = document.createElement("span");
  value.textContent = !latest ? text("none") : latest[2] === null ? named(reasons, latest[3]) : `${latest[2]} ${unit ?? ""}`;
  caption.append(name, value);
  figure.append(caption);

  const low = Math.min(...valued.map(point => point[2])), high = Math.max(...valued.map(point => point[2]));
  const from = points[0]?.[0] ?? 0, until = Math.max(points.at(-1)?.[0] ?? 1, from + 1);
  const x = time => left + (time - from) / (until - from) * (width - 2 * left);
  const y = number => top + (1 - (high > low ? (number - low) / (high - low) : .5)) * (height - top - bottom);
  const drawing = svg("svg", { class: "chart", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": chart.n });
  drawing.append(svg("line", { class: "grid", x1: left, x2: width - left, y1: height - bottom, y2: height - bottom }));
  points.forEach((point, i) => {
    if (point[2] === null) {
      const begin = i > 0 ? x(points[i - 1][0]) : x(point[0]) - 1, end = i + 1 < points.length ? x(points[i + 1][0]) : x(point[0]) + 1;
      const gap = svg("rect", { class: "gap", x: begin, y: top, width: Math.max(2, end - begin), height: height - top - bottom });
      gap.append(svg("title", {}, text("gap", named(reasons, point[3]))));
      drawing.append(gap);
    }
  });
  for (const [begin, end, kind] of faults) {
    if (end < from || begin > until) { continue; }
    const start = Math.max(begin, from), bar = svg("rect", { class: "fault", x: x(start), y: height - bottom, height: 4,
      width: Math.max(2, x(Math.min(end, until)) - x(start)) });
    bar.append(svg("title", {}, text("mark", kind)));
    drawing.append(bar);
  }
  for (const stretch of stretches(points)) {
    drawing.append(stretch.length === 1
      ? svg("circle", { class: "point", cx: x(stretch[0][0]), cy: y(stretch[0][2]), r: 2 })
      : svg("path", { class: "line", d: "M" + stretch.map(point => `${x(point[0]).toFixed(1)} ${y(point[2]).toFixed(1)}`).join("L") }));
  }
  for (const point of valued) {
    const isFresh = point[5] && (replay || now - point[1] < freshMs);
    if (point[4] || isFresh) {
      const mark = svg("circle", { class: point[4] ? "doubt" : "fresh", cx: x(point[0]), cy: y(point[2]), r: 3.5 });
      mark.append(svg("title", {}, point[4] ? text("doubt", named(doubts, point[4])) : text("lateMark")));
      drawing.append(mark);
    }
  }
  if (valued.length > 0) {
    drawing.append(svg("text", { x: left, y: top + 3 }, high), svg("text", { x: left, y: height - bottom - 2 }, low),
      svg("text", { x: left, y: height - 4 }, clock(from)), svg("text", { x: width - left, y: height - 4, "text-anchor": "end" }, clock(until)));
  }
  figure.append(drawing);
  const words = document.createElement("p");
  words.textContent = text("points", points.length, points.length - valued.length, points.filter(point => point[5]).length,
    points.filter(point => point[4]).length);
  figure.append(words);
};
