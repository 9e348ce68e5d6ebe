// What a change of an app client's settings means for sessions that are live already.

import { allowed, BY_DEFAULT, PASSWORDS, REFRESH } from "./flows.js";

/** Sentences on what is about to change. */
export function changes(before, after) {
  const said = [revocation, flows, refreshing, lifetimes].flatMap((look) => look(before, after));
  return said.length === 0 ? ["Live sessions are not touched."] : said;
}

function revocation(before, after) {
  if (before.EnableTokenRevocation === after.EnableTokenRevocation) {
    return [];
  }
  return after.EnableTokenRevocation
    ? ["Refresh tokens can be revoked from now on, also those that live sessions have."]
    : ["Live sessions go on, but the app can no longer revoke their refresh tokens. Signing out everywhere, and ending a session here, still stops them. Tokens from now on do not name their sign-in."];
}

function flows(before, after) {
  const had = allowed(before.ExplicitAuthFlows);
  const has = allowed(after.ExplicitAuthFlows);
  const lost = PASSWORDS.filter(([flow]) => had.has(flow) && !has.has(flow)).map(([, text]) => text);
  return [
    ...(after.ExplicitAuthFlows?.length === 0 ? [BY_DEFAULT] : []),
    ...lost.map((text) => `Nobody can sign in that way any more: ${text}. That by itself touches no live session.`),
  ];
}

function refreshing(before, after) {
  const [could, can] = [before, after].map(canRefresh);
  if (could && !can) {
    return ["Live sessions cannot refresh any more: each ends when its access token expires."];
  }
  const said = could === can ? [] : ["Live sessions can refresh from now on."];
  if (!rotates(before) && rotates(after)) {
    said.push("Live sessions refresh by GetTokensFromRefreshToken only. They get a new refresh token when they next do; the one they have works until then.");
  } else if (rotates(before) && !rotates(after)) {
    said.push("Live sessions keep the refresh token they have: it is not replaced any more.");
  }
  return said;
}

function rotates({ RefreshTokenRotation: rotation }) {
  return rotation?.Feature === "ENABLED";
}

function canRefresh(settings) {
  return rotates(settings) || allowed(settings.ExplicitAuthFlows).has(REFRESH);
}

function lifetimes(before, after) {
  const changed = lives(before) !== lives(after);
  return changed ? ["The new lifetimes are for tokens from now on: those that are out keep theirs."] : [];
}

function lives({ AccessTokenValidity: access, IdTokenValidity: id, RefreshTokenValidity: refresh, TokenValidityUnits: units = {} }) {
  const unit = (token, unless) => units[token] ?? unless;
  return JSON.stringify([
    [access ?? 1, access ? unit("AccessToken", "hours") : "hours"],
    [id ?? 1, id ? unit("IdToken", "hours") : "hours"],
    [refresh || 30, refresh ? unit("RefreshToken", "days") : "days"],
  ]);
}
