// Who did what, when and why.

import { address, call, query } from "./api.js";
import { count, el, field, problem, row, say, select, table, time } from "./dom.js";
import { plot } from "./plot.js";
import { pools } from "./pools.js";

const COLUMNS = ["When", "What", "By", "About", "Hit", "Reason", "From"];
const PAGE = 50;
const DAY = 86_400_000;
const SPANS = [["1", "the last day"], ["7", "the last week"], ["31", "the last month"], ["366", "the last year"], ["", "between two moments"]];
const ACTIONS = ["revoke", "sign-out", "end-others", "reuse", "client-created", "client-changed", "client-deleted", "secret-shown", "keys-rotated", "keys-replaced", "console-sign-in"];

export default async function show(section) {
  const results = el("div");
  const ids = (await pools()).userPools.map((pool) => pool.id);
  const pool = select([["", "all, and other issuers"], ...ids.map((id) => [id, id])]);
  const span = select(SPANS, "7");
  const from = el("input", { type: "datetime-local" });
  const to = el("input", { type: "datetime-local" });
  const moments = [field("From", from), field("To", to)];
  const action = select([["", "anything"], ...ACTIONS.map((name) => [name, name.replaceAll("-", " ")])]);
  const by = el("input", { maxlength: 300, autocomplete: "off", spellcheck: "false" });
  const about = el("input", { maxlength: 255, autocomplete: "off", spellcheck: "false" });
  const adapt = () => moments.forEach((each) => (each.hidden = span.value !== ""));
  span.addEventListener("change", adapt);
  adapt();
  const filter = () => {
    const now = Math.ceil(Date.now() / 1000) * 1000;
    const iso = (input) => (input.value ? new Date(input.value).toISOString() : "");
    return {
      userPool: pool.value,
      from: span.value ? new Date(now - Number(span.value) * DAY).toISOString() : iso(from),
      to: span.value ? new Date(now).toISOString() : iso(to),
      action: action.value,
      by: by.value.trim(),
      about: about.value.trim(),
    };
  };
  const submit = async (event) => {
    event?.preventDefault();
    results.setAttribute("aria-busy", "true");
    await draw(results, filter()).catch((error) => results.replaceChildren(problem(error)));
    results.removeAttribute("aria-busy");
  };
  const form = el(
    "form",
    { onsubmit: submit, class: "line", role: "search", "aria-label": "Activity" },
    field("In", span),
    moments,
    field("User pool", pool),
    field("What", action),
    field("By", by, "Such as caller carol."),
    field("About", about, "A subject, a family, an app client."),
    el("button", { class: "main" }, "Show"),
  );
  section.append(el("h1", { tabindex: -1 }, "Activity"), form, results);
  await submit();
}

async function draw(results, filter) {
  const list = table("Newest first", COLUMNS, []);
  const body = list.querySelector("tbody");
  const more = el("button", { type: "button", hidden: true }, "Show older ones");
  let after = "";
  const load = async () => {
    more.disabled = true;
    try {
      const page = await call("GET", `activity?${query({ ...filter, limit: PAGE, after })}`);
      body.append(...page.entries.map((entry) => row(COLUMNS, cells(entry))));
      after = page.next ?? "";
      more.hidden = after === "";
      say(`${count(body.children.length, "entry", "entries")} shown${more.hidden ? "" : ", there are more"}.`);
    } finally {
      more.disabled = false;
    }
  };
  more.addEventListener("click", () => load().catch((error) => more.before(problem(error))));
  const [counts] = await Promise.all([call("GET", `activity/counts?${query({ ...filter, buckets: 48 })}`), load()]);
  const exported = el("a", { href: address(`activity/export?${query(filter)}`), download: "activity.ndjson" }, "Export all of these (NDJSON)");
  results.replaceChildren(
    plot(counts),
    body.children.length === 0 ? el("p", {}, "Nothing in this time.") : list,
    el("p", { class: "buttons" }, more, exported),
  );
}

function cells(entry) {
  const what = [entry.action.replaceAll("-", " "), entry.scope].filter(Boolean).join(": ");
  const refused = entry.outcome === "refused" ? el("strong", {}, " refused") : null;
  return [
    time(entry.at),
    el("span", {}, what, refused),
    entry.by,
    entry.value ? el("code", {}, entry.value) : null,
    entry.sessions?.toLocaleString(),
    entry.reason || null,
    entry.from,
  ];
}
