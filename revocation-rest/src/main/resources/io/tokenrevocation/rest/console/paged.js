// A table that grows page by page.

import { attempt } from "./attempt.js";
import { el, row, table } from "./dom.js";

/**
 * Reads the first page.
 *
 * @param caption of the table
 * @param columns their names
 * @param next what the button says that reads the next page
 * @param none what stands there if there is nothing
 * @param read answers a page after a mark: {"rows": [cells], "next"}, without next if it is the last
 * @param grown is told after every further page how many rows there are, and whether there are more
 * @return the elements to show, how many rows there are, and whether there are more
 */
export async function pagedTable({ caption, columns, next, none, read, grown = () => {} }) {
  const list = table(caption, columns, []);
  const body = list.querySelector("tbody");
  const trouble = el("div");
  const more = el("button", { type: "button", hidden: true }, next);
  let after = "";
  const load = async () => {
    const page = await read(after);
    const rows = page.rows.map((cells) => row(columns, cells));
    body.append(...rows);
    after = page.next ?? "";
    return rows;
  };
  more.addEventListener("click", attempt(trouble, async () => {
    const [first] = await load();
    grown(body.children.length, after !== "");
    const focused = document.activeElement === more;
    more.hidden = after === "";
    if (more.hidden && focused && first) {
      focusOn(first);
    }
  }));
  await load();
  more.hidden = after === "";
  const number = body.children.length;
  return { parts: [number === 0 ? el("p", {}, none) : list, trouble, more], number, more: after !== "" };
}

/** What can be done in a row, or the row itself. */
function focusOn(first) {
  first.tabIndex = -1;
  (first.querySelector("a, button") ?? first).focus();
}
