// The app clients of a user pool.

import { callClients, query } from "./api.js";
import { count, el } from "./dom.js";
import { pagedTable } from "./paged.js";
import { currentPool, poolPart } from "./pools.js";
import { mention, say } from "./say.js";

const COLUMNS = ["Name", "Client id"];
const PAGE = 60;

export default async function show(section, [pool, id]) {
  if (pool && id) {
    const edit = await import("./client.js");
    await (id === "new" ? edit.create(section, pool) : edit.edit(section, pool, id));
    return;
  }
  const create = el("a", { class: "button main", href: toCreate(await currentPool()) }, "Create app client");
  let tell = mention;
  const list = await poolPart(clientsOf, (shown, { number }) => {
    create.href = toCreate(shown);
    tell(said(number));
    tell = say;
  });
  section.append(
    el("h1", { tabindex: -1 }, "App clients"),
    el("div", { class: "bar" }, list.control, create),
    list.place,
  );
  await list.refresh();
}

function toCreate(pool) {
  return `#/clients/${pool}/new`;
}

function clientsOf(pool) {
  return pagedTable({
    caption: `App clients of ${pool}`,
    columns: COLUMNS,
    next: "Show more",
    none: "This user pool has no app clients yet.",
    read: async (after) => {
      const path = `${encodeURIComponent(pool)}/app-clients?${query({ limit: PAGE, after })}`;
      const page = (await callClients("GET", path)).body;
      return { rows: page.UserPoolClients.map(cells), next: page.NextToken };
    },
    grown: (number) => say(said(number)),
  });
}

function said(number) {
  return `${count(number, "app client")} shown.`;
}

function cells({ ClientId: id, ClientName: name, UserPoolId: pool }) {
  const href = `#/clients/${pool}/${encodeURIComponent(id)}`;
  return [el("a", { href }, name), el("code", {}, id)];
}
