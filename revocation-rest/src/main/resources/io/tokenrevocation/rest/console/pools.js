// The user pools that whoever is in may administer, and the one that is looked at.

import { call } from "./api.js";
import { field, select } from "./dom.js";

let known = null;
let chosen = null;

/** All of them, and the other issuers: {"userPools": [...], "issuers": [...]}. */
export async function pools() {
  known ??= await call("GET", "user-pools");
  return known;
}

/** The one that is looked at, and a control to look at another if there are several. */
export async function poolChoice(changed) {
  const { userPools } = await pools();
  const ids = userPools.map((pool) => pool.id);
  chosen = ids.includes(chosen) ? chosen : ids[0];
  if (ids.length < 2) {
    return { pool: chosen, control: null };
  }
  const choice = select(ids.map((id) => [id, id]), chosen);
  choice.addEventListener("change", () => {
    chosen = choice.value;
    changed(chosen);
  });
  return { pool: chosen, control: field("User pool", choice) };
}

/** The issuer of a pool's tokens. */
export async function issuerOf(pool) {
  return (await pools()).userPools.find((each) => each.id === pool)?.issuer;
}
