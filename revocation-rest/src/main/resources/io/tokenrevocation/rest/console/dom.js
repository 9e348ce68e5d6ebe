// Builds the page. Whatever comes from the server becomes text, never markup.

const SVG = "http://www.w3.org/2000/svg";

/** Makes an element: handlers are functions, true and false are attributes that are there or not. */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** Makes an element of a picture. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name.replace(/^on/, ""), value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** A paragraph for what went wrong. */
export function problem(error) {
  return el("p", { class: "problem", role: "alert" }, error.sentence ?? String(error));
}

let ids = 0;

/** A control with its label, and what there is to know about it. */
export function field(label, control, hint) {
  const id = `field-${++ids}`;
  control.id = id;
  if (hint) {
    control.setAttribute("aria-describedby", `${id}-hint`);
  }
  const box = ["checkbox", "radio"].includes(control.type);
  const text = el("label", { for: id }, label);
  return el(
    "div",
    { class: box ? "field box" : "field" },
    box ? [control, text] : [text, control],
    hint ? el("p", { class: "hint", id: `${id}-hint` }, hint) : null,
  );
}

/** A choice among pairs of value and text. */
export function select(options, chosen) {
  return el("select", {}, choices(options, chosen));
}

/** What there is to choose from. */
export function choices(options, chosen) {
  return options.map(([value, text]) => el("option", { value, selected: value === chosen }, text));
}

/** A table that stays one to screen readers where a phone shows each row as a card. */
export function table(caption, columns, rows) {
  const heads = columns.map((name) => el("th", { scope: "col", role: "columnheader" }, name));
  return el(
    "table",
    { role: "table" },
    el("caption", {}, caption),
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, heads)),
    el("tbody", { role: "rowgroup" }, rows.map((cells) => row(columns, cells))),
  );
}

/** One row of such a table. */
export function row(columns, cells) {
  return el(
    "tr",
    { role: "row" },
    cells.map((cell, at) => el("td", { role: "cell", "data-label": columns[at] }, el("span", {}, cell ?? "–"))),
  );
}

/** Terms and what they are. */
export function facts(pairs) {
  return el("dl", {}, pairs.map(([term, value]) => [el("dt", {}, term), el("dd", {}, value ?? "–")]));
}

/** A moment, as people here write it, or in other words. */
export function time(iso, words) {
  if (!iso) {
    return "–";
  }
  const text = words ?? new Date(iso).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
  return el("time", { datetime: iso, title: iso }, text);
}

/** How many of something. */
export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString()} ${number === 1 ? one : many}`;
}
