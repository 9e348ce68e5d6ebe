// Who did what, when and why.

import { address, call, query, requireIn } from "./api.js";
import { attempt } from "./attempt.js";
import { count, el, field, select, time } from "./dom.js";
import { pagedTable } from "./paged.js";
import { plot } from "./plot.js";
import { pools } from "./pools.js";
import { mention, say } from "./say.js";

const COLUMNS = ["When", "What", "By", "Target", "Sessions ended", "Reason", "Address"];
const PAGE = 50;
const BARS = 48;
const FILE = "activity.ndjson";
const DAY = 86_400_000;
const SPANS = [["1", "the last day"], ["7", "the last week"], ["31", "the last month"], ["366", "the last year"], ["", "between two moments"]];
const ACTIONS = ["revoke", "sign-out", "end-others", "reuse", "client-created", "client-changed", "client-deleted", "secret-shown", "keys-rotated", "keys-replaced", "console-sign-in"];
const REVOCATIONS = "revoke,sign-out,end-others,reuse,client-deleted";
const OUTCOMES = [["", "all"], ["done", "done"], ["refused", "refused"]];

export default async function show(section) {
  const results = el("div");
  const trouble = el("div");
  const { fields, filter } = filters((await pools()).userPools.map((pool) => pool.id));
  let tell = mention;
  const act = async () => {
    results.setAttribute("aria-busy", "true");
    try {
      const { parts, text } = await draw(filter());
      results.replaceChildren(...parts);
      tell(text);
      tell = say;
    } catch (error) {
      results.replaceChildren();
      throw error;
    } finally {
      results.removeAttribute("aria-busy");
    }
  };
  const submit = attempt(trouble, act);
  const form = el(
    "form",
    { onsubmit: submit, class: "line", role: "search", "aria-label": "Activity" },
    fields,
    el("button", { class: "main" }, "Show"),
  );
  section.append(el("h1", { tabindex: -1 }, "Activity"), form, trouble, results);
  await submit();
}

/** Controls, and a function that answers what is asked for by them. */
function filters(ids) {
  const pool = select([["", "all, and other issuers"], ...ids.map((id) => [id, id])]);
  const span = select(SPANS, "7");
  const from = el("input", { type: "datetime-local" });
  const to = el("input", { type: "datetime-local" });
  const moments = [field("From", from), field("To", to, "Left empty: up to now.")];
  const action = select([["", "anything"], [REVOCATIONS, "revocations"], ...ACTIONS.map((name) => [name, name.replaceAll("-", " ")])]);
  const outcome = select(OUTCOMES);
  const by = el("input", { maxlength: 300, autocomplete: "off", spellcheck: "false" });
  const about = el("input", { maxlength: 255, autocomplete: "off", spellcheck: "false" });
  const adapt = () => {
    moments.forEach((each) => (each.hidden = span.value !== ""));
    from.required = span.value === "";
  };
  span.addEventListener("change", adapt);
  adapt();
  const iso = (input) => (input.value ? new Date(input.value).toISOString() : "");
  const filter = () => ({
    userPool: pool.value,
    from: span.value ? new Date(Date.now() - Number(span.value) * DAY).toISOString() : iso(from),
    to: span.value ? "" : iso(to), // a span ends now, by the server's clock
    action: action.value,
    outcome: outcome.value,
    by: by.value.trim(),
    about: about.value.trim(),
  });
  const fields = [
    field("Period", span),
    moments,
    field("User pool", pool),
    field("What", action),
    field("Outcome", outcome),
    field("By", by, "Such as caller carol."),
    field("Target", about, "A subject, a family, an app client."),
  ];
  return { fields, filter };
}

async function draw(filter) {
  const list = pagedTable({
    caption: "Newest first",
    columns: COLUMNS,
    next: "Show older ones",
    none: "Nothing in this time.",
    read: async (after) => {
      const page = await call("GET", `activity?${query({ ...filter, limit: PAGE, after })}`);
      return { rows: page.entries.map(cells), next: page.next };
    },
    grown: (number, more) => say(shown(number, more)),
  });
  const [counts, { parts, number, more }] = await Promise.all([counted(filter), list]);
  return { parts: [plot(counts), ...parts, ...exported(filter)], text: shown(number, more) };
}

/** How many entries there are over time, and how many of them are revocations unless one kind of entry is asked for. */
async function counted(filter) {
  const ask = (more) => call("GET", `activity/counts?${query({ ...filter, buckets: BARS, ...more })}`);
  const all = await ask({});
  if (filter.action) {
    return all;
  }
  const { counts } = await ask({ from: all.from, to: all.to, action: REVOCATIONS });
  return { ...all, revocations: counts };
}

function shown(number, more) {
  return `${count(number, "entry", "entries")} shown${more ? ", there are more" : ""}.`;
}

/** The browser fetches it by itself, and cannot ask anybody to sign in. */
function exported(filter) {
  const trouble = el("div");
  const href = address(`activity/export?${query(filter)}`);
  const save = attempt(trouble, async () => {
    await requireIn();
    el("a", { href, download: FILE }).click();
  });
  const link = el("a", { href, download: FILE, onclick: save }, "Export all of these (NDJSON)");
  return [trouble, el("p", {}, link)];
}

function cells(entry) {
  const what = [entry.action.replaceAll("-", " "), entry.scope].filter(Boolean).join(": ");
  const refused = entry.outcome === "refused" ? el("strong", {}, " refused") : null;
  return [
    time(entry.at),
    el("span", {}, what, refused),
    entry.by,
    target(entry),
    entry.sessions?.toLocaleString(),
    entry.reason || null,
    entry.from,
  ];
}

/** What it was done to, and whose that is. */
function target({ value, userPool, issuer }) {
  const parts = [
    value && el("code", {}, value),
    userPool && el("small", {}, `User pool ${userPool}`),
    issuer && el("small", {}, `Issuer ${issuer}`),
  ].filter(Boolean);
  return parts.length === 0 ? null : el("span", {}, parts);
}
