// One app client: made, looked at, changed, deleted.

import { call, callClients } from "./api.js";
import { clientFields } from "./client-fields.js";
import { confirm, effect } from "./confirm.js";
import { changes } from "./client-changes.js";
import { el, facts, field, problem, say, time } from "./dom.js";
import { issuerOf } from "./pools.js";

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
  const trouble = el("div");
  const submit = async (event) => {
    event.preventDefault();
    trouble.replaceChildren();
    try {
      const made = await callClients("POST", path(pool), { ...read(), GenerateSecret: secret.checked });
      say("The app client was created.");
      location.hash = `#/clients/${pool}/${encodeURIComponent(made.body.UserPoolClient.ClientId)}`;
    } catch (error) {
      trouble.replaceChildren(problem(error));
    }
  };
  section.append(
    back(pool),
    el("h1", { tabindex: -1 }, "Create app client"),
    el("form", { onsubmit: submit }, elements, field("Generate a client secret", secret, "For servers. It cannot be added later."), trouble, el("button", { class: "main" }, "Create")),
  );
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
    await edit(section, pool, client.ClientId).catch((error) => section.append(problem(error)));
    section.querySelector("h1")?.focus();
  };
  const submit = async (event) => {
    event.preventDefault();
    trouble.replaceChildren();
    const settings = read();
    const act = () => callClients("PUT", path(pool, client.ClientId), settings, tag);
    try {
      const hit = await live(pool, client.ClientId);
      const body = [el("p", {}, hit.words), el("ul", {}, changes(client, settings).map((text) => el("li", {}, text)))];
      if (await confirm({ title: `Change ${client.ClientName}?`, body, button: "Save changes", act })) {
        say("The app client was changed.");
        await reload();
      }
    } catch (error) {
      trouble.replaceChildren(problem(error));
    }
  };
  const again = el("button", { type: "button", onclick: reload }, "Discard and read again");
  const remove = el("button", { type: "button", class: "danger", onclick: () => deleteClient(pool, client, tag, trouble) }, "Delete app client");
  section.replaceChildren(
    back(pool),
    el("h1", { tabindex: -1 }, client.ClientName),
    facts([
      ["Client id", el("code", {}, client.ClientId)],
      ["Client secret", client.HasClientSecret ? secretOf(pool, client.ClientId) : "none: a public client"],
      ["Created", moment(client.CreationDate)],
      ["Last changed", moment(client.LastModifiedDate)],
    ]),
    el("form", { onsubmit: submit }, elements, trouble, el("p", { class: "buttons" }, again, el("button", { class: "main" }, "Save"))),
    el("h2", {}, "Delete"),
    el("p", {}, "Takes everything out of use that it was given, at once and for good."),
    remove,
  );
}

async function deleteClient(pool, client, tag, trouble) {
  try {
    const hit = await live(pool, client.ClientId);
    const act = () => callClients("DELETE", path(pool, client.ClientId), undefined, tag);
    const body = hit.effect ? effect(hit.effect) : [el("p", {}, hit.words)];
    if (await confirm({ title: `Delete ${client.ClientName}?`, body, button: "Delete", act })) {
      say("The app client was deleted.");
      location.hash = "#/clients";
    }
  } catch (error) {
    trouble.replaceChildren(problem(error));
    trouble.scrollIntoView();
  }
}

/** What is live at the client, from a revocation that is not made. */
async function live(pool, id) {
  const preview = { scope: "client", issuer: await issuerOf(pool), value: id, dryRun: true };
  try {
    const found = await call("POST", "revocations", preview);
    const number = found.sessions ?? 0;
    return { effect: found, words: `It has ${number.toLocaleString()} live ${number === 1 ? "session" : "sessions"} now.` };
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
  const place = el("span", { class: "buttons" }, shown);
  const tell = async () => (await callClients("POST", `${path(pool, id)}/secret`)).body.ClientSecret;
  const attempt = (act) => async () => {
    try {
      await act();
    } catch (error) {
      place.append(problem(error));
    }
  };
  const show = el("button", { type: "button", "aria-expanded": "false" }, "Show secret");
  show.addEventListener("click", attempt(async () => {
    const hidden = shown.textContent === "";
    shown.textContent = hidden ? await tell() : "";
    show.textContent = hidden ? "Hide secret" : "Show secret";
    show.setAttribute("aria-expanded", String(hidden));
  }));
  const copy = el("button", { type: "button", onclick: attempt(async () => {
    await navigator.clipboard.writeText(await tell());
    say("The client secret was copied.");
  }) }, "Copy secret");
  place.append(show, navigator.clipboard ? copy : "");
  return place;
}

function moment(seconds) {
  return time(new Date(seconds * 1000).toISOString());
}
