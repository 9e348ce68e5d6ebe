// The user pools that whoever is in may administer, and the one that is looked at.

import { call } from "./api.js";
import { el, field, problem, select } from "./dom.js";

let known = null;
let chosen = null;

/** All of them, and the other issuers: {"userPools": [...], "issuers": [...]}. */
export async function pools() {
  known ??= await call("GET", "user-pools");
  return known;
}

/** The one that is looked at. */
export async function currentPool() {
  const ids = (await pools()).userPools.map((pool) => pool.id);
  chosen = ids.includes(chosen) ? chosen : ids[0];
  return chosen;
}

/** A control to look at another if there are several, else nothing. */
export async function poolChoice(changed) {
  const current = await currentPool();
  const ids = (await pools()).userPools.map((pool) => pool.id);
  if (ids.length < 2) {
    return "";
  }
  const choice = select(ids.map((id) => [id, id]), current);
  choice.addEventListener("change", () => {
    chosen = choice.value;
    changed();
  });
  return field("User pool", choice);
}

/**
 * What is shown of the pool that is looked at. Of a pool that is looked at no more, nothing is.
 *
 * @param read answers for a pool: {"parts": elements}
 * @param shown is told the pool and that answer, once it is shown
 * @return the control, the place, and a function that shows it and later shows it anew
 */
export async function poolPart(read, shown = () => {}) {
  const place = el("div");
  const refresh = async () => {
    const pool = await currentPool();
    const answer = await read(pool);
    if (pool === chosen) {
      place.replaceChildren(...answer.parts);
      shown(pool, answer);
    }
  };
  const control = await poolChoice(async () => {
    const pool = chosen;
    await refresh().catch((error) => pool === chosen && place.replaceChildren(problem(error)));
  });
  return { control, place, refresh };
}

/** The issuer of a pool's tokens. */
export async function issuerOf(pool) {
  return (await pools()).userPools.find((each) => each.id === pool)?.issuer;
}
