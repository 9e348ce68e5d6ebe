// A bar for each span of time, with the same figures as a table for those who do not see it.

import { count, el, svg, table } from "./dom.js";

const WIDTH = 720;
const HEIGHT = 128;
const LEAST = 2;

/** Draws {"from", "to", "counts": [...]}, of which "revocations" stand out where they are given. */
export function plot({ from, to, counts, revocations }) {
  const start = Date.parse(from);
  const span = (Date.parse(to) - start) / Math.max(counts.length, 1);
  const at = (index) => new Date(start + index * span).toLocaleString(undefined, { dateStyle: "short", timeStyle: "short" });
  const ends = [at(0), at(counts.length)];
  const summary = inWords(counts, revocations, ends);
  return el(
    "figure",
    {},
    el(
      "div",
      { class: "plot" },
      labels("scale", [Math.max(0, ...counts).toLocaleString(), "0"].slice(counts.some(Boolean) ? 0 : 1)),
      picture(counts, revocations, at, summary),
      labels("ends", ends),
    ),
    el("figcaption", {}, `Entries over time: ${summary}`, revocations && legend()),
    asTable(counts, revocations, at),
  );
}

function inWords(counts, revocations, [first, last]) {
  const number = total(counts);
  const marked = revocations ? `, ${count(total(revocations), "revocation")} among them,` : "";
  return number === 0
    ? `no entries from ${first} to ${last}.`
    : `${count(number, "entry", "entries")}${marked} from ${first} to ${last}; at most ${Math.max(...counts).toLocaleString()} in one bar.`;
}

function total(counts) {
  return counts.reduce((sum, each) => sum + each, 0);
}

/** What the colours mean: the caption has the figures, for those who do not see them. */
function legend() {
  const entry = (name, text) => [el("span", { class: `swatch ${name}` }), text];
  return el("span", { class: "legend", "aria-hidden": "true" }, entry("column", "revocations"), entry("rest", "other entries"));
}

/** Texts beside the picture: in it they would be as small as it is. */
function labels(name, texts) {
  return el("div", { class: name, "aria-hidden": "true" }, texts.map((text) => el("span", {}, text)));
}

/** As wide as there is room, and as high as it says: what is not nothing, is seen. */
function picture(counts, revocations, at, summary) {
  const most = Math.max(1, ...counts);
  const width = WIDTH / Math.max(counts.length, 1);
  const bar = (name) => (number, index) => {
    const tall = Math.max(LEAST, (number / most) * HEIGHT);
    const shape = { class: name, x: index * width, y: HEIGHT - tall, width: width * 0.9, height: tall };
    return number === 0 ? null : svg("rect", shape, svg("title", {}, `${at(index)}: ${number.toLocaleString()}`));
  };
  const bars = revocations ? [counts.map(bar("rest")), revocations.map(bar("column"))] : counts.map(bar("column"));
  const view = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": summary };
  return svg("svg", view, bars);
}

function asTable(counts, revocations, at) {
  const columns = ["From", "Entries", ...(revocations ? ["Revocations"] : [])];
  const row = (number, index) => [at(index), number, ...(revocations ? [revocations[index]] : [])].map((each) => each.toLocaleString());
  const rows = counts.flatMap((number, index) => (number === 0 ? [] : [row(number, index)]));
  return rows.length === 0
    ? null
    : el("details", {}, el("summary", {}, "The same as a table"), table("Entries over time", columns, rows));
}
