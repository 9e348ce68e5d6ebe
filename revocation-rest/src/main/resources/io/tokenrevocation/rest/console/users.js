// Finds a user, and shows and ends their live sessions; revokes anything else by its name.

import { call } from "./api.js";
import { count, el, facts, field, problem, say, select } from "./dom.js";
import { poolChoice } from "./pools.js";
import { revokeForm } from "./revoke.js";
import { sessionList } from "./user-sessions.js";

export default async function show(section) {
  const found = el("div");
  const choice = await poolChoice(() => found.replaceChildren());
  const by = select([["username", "User name"], ["subject", "Subject (sub)"]], "username");
  const value = el("input", { required: true, maxlength: 128, autocomplete: "off", autocapitalize: "none", spellcheck: "false", type: "search" });
  const find = async (event) => {
    event.preventDefault();
    found.replaceChildren();
    try {
      const { pool } = await poolChoice(() => {});
      const path = `user-pools/${encodeURIComponent(pool)}/users/find`;
      await showUser(found, pool, await call("POST", path, { [by.value]: value.value.trim() }));
    } catch (error) {
      const unknown = error.status === 404 && error.type === "unknown-user";
      found.replaceChildren(problem(unknown ? { sentence: "There is no such user." } : error));
    }
  };
  section.append(
    el("h1", { tabindex: -1 }, "Users"),
    choice.control ?? "",
    el(
      "form",
      { onsubmit: find, class: "line", role: "search", "aria-label": "Users" },
      field("Find by", by),
      field("Exactly", value),
      el("button", { class: "main" }, "Find"),
    ),
    found,
    el("h2", {}, "Revoke by name"),
    el("p", {}, "Tokens of any issuer that this application accepts."),
    await revokeForm(),
  );
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
