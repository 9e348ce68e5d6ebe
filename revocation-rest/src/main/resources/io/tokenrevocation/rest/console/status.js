// How the nodes are, and the signing keys.

import { call } from "./api.js";
import { count, el, facts, field, problem, say, table, time } from "./dom.js";
import { poolChoice } from "./pools.js";

const NODES = ["Node", "State", "Staleness", "Live revocations", "Memory", "Revoke to enforced", "Started", "Last seen"];
const KEYS = ["Key", "Signs", "Age", "Signs from", "Published until"];
const EVERY = 5_000;

export default async function show(section) {
  const nodes = el("div");
  const keys = el("div");
  const choice = await poolChoice(() => drawKeys(keys));
  const auto = el("input", { type: "checkbox" });
  const refresh = async () => {
    await Promise.all([drawNodes(nodes), drawKeys(keys)]);
  };
  const click = async () => {
    await refresh();
    say("The status was refreshed.");
  };
  section.append(
    el("h1", { tabindex: -1 }, "Status"),
    el("div", { class: "bar" }, el("button", { type: "button", onclick: click }, "Refresh"), field("Refresh every five seconds", auto)),
    nodes,
    el("h2", {}, "Signing keys"),
    choice.control ?? "",
    keys,
  );
  await refresh();
  const timer = setInterval(() => {
    if (!section.isConnected) {
      clearInterval(timer);
    } else if (auto.checked && document.visibilityState === "visible" && !document.querySelector("dialog[open]")) {
      drawNodes(nodes);
    }
  }, EVERY);
}

async function drawNodes(place) {
  try {
    const { nodes, lastPurge } = await call("GET", "nodes");
    place.replaceChildren(
      table("Nodes", NODES, nodes.map(nodeCells)),
      facts([["Last purge", lastPurge ? el("span", {}, time(lastPurge.at), `: ${count(lastPurge.revocations, "revocation")} and ${count(lastPurge.families, "sign-in")} that were over`) : "none yet"]]),
    );
  } catch (error) {
    place.replaceChildren(problem(error));
  }
}

function nodeCells(node) {
  const enforced = node.enforcedMillis;
  return [
    el("span", {}, node.name, el("br"), el("small", {}, node.id)),
    node.ready ? "ready" : el("strong", {}, "not ready"),
    node.stalenessMillis === null ? el("strong", {}, "not known") : millis(node.stalenessMillis),
    node.liveRevocations.toLocaleString(),
    bytes(node.indexBytes),
    enforced ? `half within ${millis(enforced.p50)}, 99 % within ${millis(enforced.p99)}` : "not measured yet",
    time(node.startedAt),
    time(node.seenAt),
  ];
}

async function drawKeys(place) {
  try {
    const { pool } = await poolChoice(() => {});
    const { keys } = await call("GET", `user-pools/${encodeURIComponent(pool)}/signing-keys`);
    place.replaceChildren(table(`Signing keys of ${pool}`, KEYS, keys.map(keyCells)));
  } catch (error) {
    place.replaceChildren(problem(error));
  }
}

function keyCells(key) {
  const waits = Date.parse(key.signsFrom) > Date.now();
  const uses = { access: "access tokens", id: "ID tokens" };
  return [
    el("code", {}, key.kid),
    `${uses[key.use] ?? key.use}${waits ? ", not yet" : ""}`,
    key.createdAt ? age(Date.now() - Date.parse(key.createdAt)) : null,
    time(key.signsFrom),
    key.publishedUntil ? time(key.publishedUntil) : "until it is relieved",
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

function age(span) {
  const hours = Math.max(0, Math.floor(span / 3_600_000));
  return hours < 48 ? count(hours, "hour") : count(Math.floor(hours / 24), "day");
}
