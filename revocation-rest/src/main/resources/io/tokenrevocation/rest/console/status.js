// How the nodes are, and the signing keys.

import { call } from "./api.js";
import { attempt } from "./attempt.js";
import { count, el, facts, field, table, time } from "./dom.js";
import { poolPart } from "./pools.js";
import { say } from "./say.js";

const NODES = ["Node", "State", "Staleness", "Live revocations", "Memory", "Revoke to enforced", "Started", "Last seen"];
const KEYS = ["Key", "Signs", "Age", "Signs from", "Published until"];
const EVERY = 5_000;
const SILENT = 30_000;

export default async function show(section) {
  const nodes = el("div");
  const trouble = el("div");
  const keys = await poolPart(keysOf);
  const auto = el("input", { type: "checkbox" });
  const readAll = () => Promise.all([drawNodes(nodes), keys.refresh()]);
  const click = attempt(trouble, async () => {
    await readAll();
    say("The status was refreshed.");
  });
  section.append(
    el("h1", { tabindex: -1 }, "Status"),
    el("div", { class: "bar" }, el("button", { type: "button", onclick: click }, "Refresh"), field("Refresh every five seconds", auto)),
    trouble,
    nodes,
    el("h2", {}, "Signing keys"),
    keys.control,
    keys.place,
  );
  await attempt(trouble, readAll)();
  refreshWhile(section, auto, attempt(trouble, () => drawNodes(nodes)));
}

/** Until it fails: what it last read stays, and so does what went wrong. */
function refreshWhile(section, auto, refresh) {
  const timer = setInterval(async () => {
    if (!section.isConnected) {
      clearInterval(timer);
    } else if (auto.checked && document.visibilityState === "visible" && !document.querySelector("dialog[open]")) {
      auto.checked = (await refresh()) !== false && auto.checked;
    }
  }, EVERY);
}

async function drawNodes(place) {
  const { nodes, lastPurge } = await call("GET", "nodes");
  place.replaceChildren(
    table("Nodes", NODES, nodes.map(nodeCells)),
    facts([["Last purge", lastPurge ? el("span", {}, time(lastPurge.at), `: ${count(lastPurge.revocations, "revocation")} and ${count(lastPurge.families, "sign-in")} that were over`) : "none yet"]]),
  );
}

function nodeCells(node) {
  const silent = node.silentMillis > SILENT;
  return [
    el("span", {}, node.name, el("small", {}, node.id)),
    silent ? el("strong", {}, `not heard of for ${age(node.silentMillis)}`) : state(node),
    ...(silent ? [null, null, null, null] : figures(node)),
    time(node.startedAt),
    time(node.seenAt, node.silentMillis === undefined ? undefined : `${age(node.silentMillis)} ago`),
  ];
}

function state(node) {
  return node.ready ? "ready" : el("strong", {}, "not ready");
}

function figures(node) {
  const enforced = node.enforcedMillis;
  return [
    node.stalenessMillis === null ? el("strong", {}, "not known") : millis(node.stalenessMillis),
    node.liveRevocations.toLocaleString(),
    bytes(node.indexBytes),
    enforced ? `half within ${millis(enforced.p50)}, 99 % within ${millis(enforced.p99)}` : "not measured yet",
  ];
}

async function keysOf(pool) {
  const { keys } = await call("GET", `user-pools/${encodeURIComponent(pool)}/signing-keys`);
  return { parts: [table(`Signing keys of ${pool}`, KEYS, keys.map(keyCells))] };
}

function keyCells(key) {
  const waits = Date.parse(key.signsFrom) > Date.now();
  const uses = { access: "access tokens", id: "ID tokens" };
  return [
    el("code", {}, key.kid),
    `${uses[key.use] ?? key.use}${waits ? ", not yet" : ""}`,
    key.createdAt ? age(Date.now() - Date.parse(key.createdAt)) : null,
    time(key.signsFrom),
    key.publishedUntil ? time(key.publishedUntil) : "until replaced",
  ];
}

function millis(number) {
  return number < 1000 ? `${Math.round(number)} ms` : `${(number / 1000).toLocaleString(undefined, { maximumFractionDigits: 1 })} s`;
}

function bytes(number) {
  const kilo = number / 1024;
  const digits = { maximumFractionDigits: 1 };
  return kilo < 1024 ? `${kilo.toLocaleString(undefined, digits)} KiB` : `${(kilo / 1024).toLocaleString(undefined, digits)} MiB`;
}

/** How long that is, in whole days, hours, minutes or seconds. */
function age(span) {
  const seconds = Math.max(0, Math.floor(span / 1000));
  const [unit, size] = [["day", 86_400, 48 * 3600], ["hour", 3600, 3600], ["minute", 60, 60]].find(([, , from]) => seconds >= from) ?? ["second", 1];
  return count(Math.floor(seconds / size), unit);
}
