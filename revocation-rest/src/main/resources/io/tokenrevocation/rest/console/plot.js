// A bar for each span of time, with the same figures as a table for those who do not see it.

import { count, el, svg, table } from "./dom.js";

const WIDTH = 720;
const HEIGHT = 128;
const LEAST = 2;

/** Draws {"from", "to", "counts": [...]}. */
export function plot({ from, to, counts }) {
  const start = Date.parse(from);
  const span = (Date.parse(to) - start) / Math.max(counts.length, 1);
  const at = (index) => new Date(start + index * span).toLocaleString(undefined, { dateStyle: "short", timeStyle: "short" });
  const ends = [at(0), at(counts.length)];
  const summary = inWords(counts, ends);
  return el(
    "figure",
    {},
    el(
      "div",
      { class: "plot" },
      labels("scale", [Math.max(0, ...counts).toLocaleString(), "0"].slice(counts.some(Boolean) ? 0 : 1)),
      picture(counts, at, summary),
      labels("ends", ends),
    ),
    el("figcaption", {}, `Entries over time: ${summary}`),
    asTable(counts, at),
  );
}

function inWords(counts, [first, last]) {
  const total = counts.reduce((sum, each) => sum + each, 0);
  return total === 0
    ? `no entries from ${first} to ${last}.`
    : `${count(total, "entry", "entries")} from ${first} to ${last}; at most ${Math.max(...counts).toLocaleString()} in one bar.`;
}

/** Texts beside the picture: in it they would be as small as it is. */
function labels(name, texts) {
  return el("div", { class: name, "aria-hidden": "true" }, texts.map((text) => el("span", {}, text)));
}

/** As wide as there is room, and as high as it says: what is not nothing, is seen. */
function picture(counts, at, summary) {
  const most = Math.max(1, ...counts);
  const width = WIDTH / Math.max(counts.length, 1);
  const bars = counts.map((number, index) => {
    const tall = Math.max(LEAST, (number / most) * HEIGHT);
    const shape = { class: "column", x: index * width, y: HEIGHT - tall, width: width * 0.9, height: tall };
    return number === 0 ? null : svg("rect", shape, svg("title", {}, `${at(index)}: ${number.toLocaleString()}`));
  });
  const view = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": summary };
  return svg("svg", view, bars);
}

function asTable(counts, at) {
  const rows = counts.flatMap((number, index) => (number === 0 ? [] : [[at(index), number.toLocaleString()]]));
  return rows.length === 0
    ? null
    : el("details", {}, el("summary", {}, "The same as a table"), table("Entries over time", ["From", "Entries"], rows));
}
