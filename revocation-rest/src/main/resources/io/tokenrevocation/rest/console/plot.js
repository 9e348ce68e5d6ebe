// A bar for each span of time, with the same figures as a table for those who do not see it.

import { count, el, svg, table } from "./dom.js";

const WIDTH = 720;
const HEIGHT = 160;
const LEFT = 44;
const BOTTOM = 24;

/** Draws {"from", "to", "counts": [...]}. */
export function plot({ from, to, counts }) {
  const start = Date.parse(from);
  const span = (Date.parse(to) - start) / Math.max(counts.length, 1);
  const most = Math.max(1, ...counts);
  const total = counts.reduce((sum, each) => sum + each, 0);
  const width = (WIDTH - LEFT) / Math.max(counts.length, 1);
  const height = HEIGHT - BOTTOM;
  const at = (index) => new Date(start + index * span).toLocaleString(undefined, { dateStyle: "short", timeStyle: "short" });
  const bars = counts.map((number, index) => {
    const tall = (number / most) * (height - 8);
    const shape = { class: "column", x: LEFT + index * width, y: height - tall, width: Math.max(width - 1, 1), height: tall };
    return number === 0 ? null : svg("rect", shape, svg("title", {}, `${at(index)}: ${number}`));
  });
  const label = (x, y, anchor, text) => svg("text", { x, y, "text-anchor": anchor }, text);
  const summary = `${count(total, "entry", "entries")} from ${at(0)} to ${at(counts.length)}; at most ${most.toLocaleString()} in one bar.`;
  const picture = svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": summary },
    svg("line", { class: "axis", x1: LEFT, y1: height, x2: WIDTH, y2: height }),
    bars,
    label(LEFT - 6, 12, "end", most.toLocaleString()),
    label(LEFT - 6, height, "end", "0"),
    label(LEFT, HEIGHT - 6, "start", at(0)),
    label(WIDTH, HEIGHT - 6, "end", at(counts.length)),
  );
  const rows = counts.flatMap((number, index) => (number === 0 ? [] : [[at(index), number.toLocaleString()]]));
  return el(
    "figure",
    {},
    picture,
    el("figcaption", {}, summary),
    el("details", {}, el("summary", {}, "The same as a table"), table("Entries over time", ["From", "Entries"], rows)),
  );
}
