// One app client: made, looked at, changed, deleted.

import { call, callClients } from "./api.js";
import { attempt } from "./attempt.js";
import { changes } from "./client-changes.js";
import { clientFields } from "./client-fields.js";
import { confirm, effect, liveSessions } from "./confirm.js";
import { el, facts, field, problem, time } from "./dom.js";
import { issuerOf } from "./pools.js";
import { say, sayThere } from "./say.js";
import { forget, watch } from "./unsaved.js";

const NEW = {
  ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
  EnableTokenRevocation: true,
  PreventUserExistenceErrors: "ENABLED",
};

const path = (pool, id) => `${encodeURIComponent(pool)}/app-clients${id ? `/${encodeURIComponent(id)}` : ""}`;
const back = (pool) => el("p", {}, el("a", { href: "#/clients" }, `All app clients of ${pool}`));

export async function create(section, pool) {
  const { elements, read } = clientFields(NEW);
  const secret = el("input", { type: "checkbox" });
  const settings = () => ({ ...read(), GenerateSecret: secret.checked });
  const trouble = el("div");
  const submit = attempt(trouble, async () => {
    const made = await callClients("POST", path(pool), settings()).catch(neitherNor);
    leaveFor(`#/clients/${pool}/${encodeURIComponent(made.body.UserPoolClient.ClientId)}`, "The app client was created.");
  });
  const form = el(
    "form",
    { onsubmit: submit },
    elements,
    field("Generate a client secret", secret, "For servers. It cannot be added later."),
    trouble,
    el("button", { class: "main" }, "Create"),
  );
  section.append(back(pool), el("h1", { tabindex: -1 }, "Create app client"), form);
  watch(form, settings);
}

/** Nobody knows whether there is one now, and a second one would be another. */
function neitherNor(error) {
  const known = error.status !== undefined && error.status !== 503;
  throw known ? error : Object.assign(error, { sentence: "It is not known whether it was created. Look at the list of app clients before you try again." });
}

function leaveFor(hash, text) {
  forget();
  sayThere(text);
  location.hash = hash;
}

export async function edit(section, pool, id) {
  const answer = await callClients("GET", path(pool, id));
  draw(section, pool, answer.body.UserPoolClient, answer.tag);
}

function draw(section, pool, client, tag) {
  const { elements, read } = clientFields(client);
  const trouble = el("div");
  const reload = async () => {
    section.replaceChildren();
    await edit(section, pool, client.ClientId).catch((error) => section.append(back(pool), problem(error)));
    section.querySelector("h1")?.focus();
  };
  const submit = attempt(trouble, async () => {
    if (await save(pool, client, tag, read())) {
      say("The app client was changed.");
      await reload();
    }
  });
  const again = el("button", { type: "button", onclick: attempt(trouble, reload) }, "Discard and read again");
  const form = el("form", { onsubmit: submit }, elements, trouble, el("p", { class: "buttons" }, again, el("button", { class: "main" }, "Save")));
  section.replaceChildren(
    back(pool),
    el("h1", { tabindex: -1 }, client.ClientName),
    facts([
      ["Client id", el("code", {}, client.ClientId)],
      ["Client secret", client.HasClientSecret ? secretOf(pool, client.ClientId) : "none: a public client"],
      ["Created", moment(client.CreationDate)],
      ["Last changed", moment(client.LastModifiedDate)],
    ]),
    form,
    ...deletion(pool, client, tag),
  );
  watch(form, read);
}

async function save(pool, client, tag, settings) {
  const hit = await live(pool, client.ClientId);
  const body = [el("p", {}, hit.words), el("ul", {}, changes(client, settings).map((text) => el("li", {}, text)))];
  const act = () => callClients("PUT", path(pool, client.ClientId), settings, tag);
  return confirm({ title: `Change ${client.ClientName}?`, body, button: "Save changes", act });
}

function deletion(pool, client, tag) {
  const trouble = el("div");
  const remove = attempt(trouble, async () => {
    const hit = await live(pool, client.ClientId);
    const body = hit.effect ? effect(hit.effect) : [el("p", {}, hit.words)];
    const act = () => callClients("DELETE", path(pool, client.ClientId), undefined, tag);
    if (await confirm({ title: `Delete ${client.ClientName}?`, body, button: "Delete", act })) {
      leaveFor("#/clients", "The app client was deleted.");
    }
  });
  return [
    el("h2", {}, "Delete"),
    el("p", {}, "Takes everything out of use that it was given, at once and for good."),
    trouble,
    el("button", { type: "button", class: "danger", onclick: remove }, "Delete app client"),
  ];
}

/** What is live at the client, from a revocation that is not made. */
async function live(pool, id) {
  const preview = { scope: "client", issuer: await issuerOf(pool), value: id, dryRun: true };
  try {
    const found = await call("POST", "revocations", preview);
    return { effect: found, words: `It has ${liveSessions(found)} now.` };
  } catch (error) {
    if (error.status === 503) {
      throw error;
    }
    return { words: "How many live sessions it has could not be counted." };
  }
}

/** Shown when asked for, and hidden again. */
function secretOf(pool, id) {
  const shown = el("code", { class: "secret" });
  const trouble = el("div");
  const tell = async () => (await callClients("POST", `${path(pool, id)}/secret`)).body.ClientSecret;
  const show = el("button", { type: "button", "aria-expanded": "false" }, "Show secret");
  show.addEventListener("click", attempt(trouble, async () => {
    const hidden = shown.textContent === "";
    shown.textContent = hidden ? await tell() : "";
    show.textContent = hidden ? "Hide secret" : "Show secret";
    show.setAttribute("aria-expanded", String(hidden));
  }));
  const copy = el("button", { type: "button", onclick: attempt(trouble, async () => {
    await navigator.clipboard.writeText(await tell());
    say("The client secret was copied.");
  }) }, "Copy secret");
  return el("div", {}, shown, el("span", { class: "buttons" }, show, navigator.clipboard ? copy : ""), trouble);
}

function moment(seconds) {
  return time(new Date(seconds * 1000).toISOString());
}
