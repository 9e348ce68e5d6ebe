// The app clients of a user pool.

import { callClients, query } from "./api.js";
import { count, el, problem, row, say, table } from "./dom.js";
import { poolChoice } from "./pools.js";

const COLUMNS = ["Name", "Client id"];
const PAGE = 60;

export default async function show(section, [pool, id]) {
  if (pool && id) {
    const edit = await import("./client.js");
    await (id === "new" ? edit.create(section, pool) : edit.edit(section, pool, id));
    return;
  }
  section.append(el("h1", { tabindex: -1 }, "App clients"));
  await list(section);
}

async function list(section) {
  const choice = await poolChoice(() => {
    section.replaceChildren(el("h1", { tabindex: -1 }, "App clients"));
    list(section);
  });
  const create = el("a", { class: "button main", href: `#/clients/${choice.pool}/new` }, "Create app client");
  const found = table(`App clients of ${choice.pool}`, COLUMNS, []);
  const more = el("button", { type: "button", hidden: true }, "Show more");
  section.append(el("div", { class: "bar" }, choice.control, create), found, more);
  const body = found.querySelector("tbody");
  let after = "";
  const load = async () => {
    more.disabled = true;
    try {
      const path = `${encodeURIComponent(choice.pool)}/app-clients?${query({ limit: PAGE, after })}`;
      const page = (await callClients("GET", path)).body;
      body.append(...page.UserPoolClients.map((client) => row(COLUMNS, cells(client))));
      after = page.NextToken ?? "";
      more.hidden = after === "";
      if (body.children.length === 0) {
        found.replaceWith(el("p", {}, "This user pool has no app clients yet."));
      }
      say(`${count(body.children.length, "app client")} shown.`);
    } catch (error) {
      section.append(problem(error));
    }
    more.disabled = false;
  };
  more.addEventListener("click", load);
  await load();
}

function cells({ ClientId: id, ClientName: name, UserPoolId: pool }) {
  const href = `#/clients/${pool}/${encodeURIComponent(id)}`;
  return [el("a", { href }, name), el("code", {}, id)];
}
