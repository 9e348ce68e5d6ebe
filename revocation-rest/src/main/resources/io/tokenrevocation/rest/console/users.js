// Finds a user, and shows and ends their live sessions; revokes anything else by its id.

import { call } from "./api.js";
import { attempt } from "./attempt.js";
import { count, el, facts, field, select } from "./dom.js";
import { currentPool, poolChoice } from "./pools.js";
import { revokeForm } from "./revoke.js";
import { say } from "./say.js";
import { sessionList } from "./user-sessions.js";

const LONGEST = { username: 128, subject: 255 };

export default async function show(section) {
  const found = el("div");
  const trouble = el("div");
  const by = select([["username", "User name"], ["subject", "Subject (sub)"]], "username");
  const value = el("input", { required: true, autocomplete: "off", autocapitalize: "none", spellcheck: "false", type: "search" });
  const adapt = () => (value.maxLength = LONGEST[by.value]);
  by.addEventListener("change", adapt);
  adapt();
  const find = attempt(trouble, async () => {
    found.replaceChildren();
    const pool = await currentPool();
    const user = await call("POST", `user-pools/${encodeURIComponent(pool)}/users/find`, { [by.value]: value.value.trim() }).catch(unknown);
    await showUser(found, pool, user);
  });
  section.append(
    el("h1", { tabindex: -1 }, "Users"),
    await poolChoice(() => found.replaceChildren()),
    el(
      "form",
      { onsubmit: find, class: "line", role: "search", "aria-label": "Users" },
      field("Find by", by),
      field("User name or subject", value),
      el("button", { class: "main" }, "Find"),
    ),
    trouble,
    found,
    el("h2", {}, "Revoke by id"),
    el("p", {}, "Tokens of any issuer that this application accepts."),
    await revokeForm(),
  );
}

function unknown(error) {
  const isUser = error.status === 404 && error.type === "unknown-user";
  throw isUser ? Object.assign(error, { sentence: "There is no such user." }) : error;
}

async function showUser(found, pool, user) {
  const heading = el("h2", { tabindex: -1 }, user.username);
  found.replaceChildren(
    heading,
    facts([
      ["Subject", el("code", {}, user.subject)],
      ["State", user.enabled ? "enabled" : "disabled"],
      ["Groups", user.groups.join(", ") || "none"],
    ]),
  );
  const sessions = await sessionList(pool, user);
  found.append(sessions.element);
  heading.focus();
  say(`${user.username} was found, with ${count(sessions.number, "live session")} shown.`);
}
