// Revokes a token, a family, a session, or all of a subject or a client, of any issuer.

import { attempt } from "./attempt.js";
import { confirmEffect } from "./confirm.js";
import { choices, el, field, select } from "./dom.js";
import { pools } from "./pools.js";

const SCOPES = [
  ["token", "One token: its id (jti)"],
  ["family", "One sign-in: its family (origin_jti)"],
  ["session", "One session (sid)"],
  ["subject", "Everything of a subject (sub)"],
  ["client", "Everything of an app client (client_id)"],
];
const CUT_OFFS = ["subject", "client"];

export async function revokeForm() {
  const { userPools, issuers } = await pools();
  const options = [
    ...userPools.map((pool) => [pool.issuer, `User pool ${pool.id}`]),
    ...issuers.map((issuer) => [issuer.issuer, issuer.name]),
  ];
  const issuer = select(options);
  const scope = select(SCOPES, "token");
  const value = el("input", { required: true, maxlength: 255, autocomplete: "off", autocapitalize: "none", spellcheck: "false" });
  const before = el("input", { type: "datetime-local", step: 1 });
  const cutOff = field("Issued before", before, "In this browser's time zone. Left empty: up to now.");
  const trouble = el("div");
  const adapt = () => {
    cutOff.hidden = !CUT_OFFS.includes(scope.value);
  };
  const offer = () => {
    const own = userPools.some((pool) => pool.issuer === issuer.value);
    scope.replaceChildren(...choices(SCOPES.filter(([name]) => !own || name !== "session"), scope.value));
    adapt();
  };
  issuer.addEventListener("change", offer);
  scope.addEventListener("change", adapt);
  offer();
  const submit = attempt(trouble, async () => {
    const body = { scope: scope.value, issuer: issuer.value, value: value.value.trim() };
    if (!cutOff.hidden && before.value) {
      body.issuedBefore = new Date(before.value).toISOString();
    }
    const done = () => "It was revoked, and is refused from now on.";
    if ((await confirmEffect({ title: "Revoke this?", button: "Revoke", path: "revocations", body, done })) !== undefined) {
      value.value = "";
      value.focus();
    }
  });
  return el(
    "form",
    { onsubmit: submit, "aria-label": "Revoke by id" },
    field("Issuer", issuer),
    field("What", scope),
    field("Its id", value, "As it stands in the token."),
    cutOff,
    trouble,
    el("button", { class: "main" }, "Preview"),
  );
}
