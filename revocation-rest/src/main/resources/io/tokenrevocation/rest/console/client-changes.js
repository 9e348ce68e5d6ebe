// What a change of an app client's settings means for sessions that are live already.

const PASSWORD = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH"];
const REFRESH = "ALLOW_REFRESH_TOKEN_AUTH";

/** Sentences on what is about to change. */
export function changes(before, after) {
  const said = [];
  const had = new Set(before.ExplicitAuthFlows ?? []);
  const has = new Set(after.ExplicitAuthFlows ?? []);
  if (before.EnableTokenRevocation && !after.EnableTokenRevocation) {
    said.push("Live sessions go on, but the app can no longer revoke their refresh tokens. Signing out everywhere, and ending a session here, still stops them. Tokens from now on do not name their sign-in.");
  } else if (!before.EnableTokenRevocation && after.EnableTokenRevocation) {
    said.push("Refresh tokens can be revoked from now on, also those that live sessions have.");
  }
  const rotated = before.RefreshTokenRotation?.Feature === "ENABLED";
  const rotates = after.RefreshTokenRotation?.Feature === "ENABLED";
  if (had.has(REFRESH) && !has.has(REFRESH)) {
    said.push(rotates
      ? "Live sessions refresh by GetTokensFromRefreshToken only."
      : "Live sessions cannot refresh any more: each ends when its access token expires.");
  }
  if (!rotated && rotates) {
    said.push("Live sessions get a new refresh token when they next refresh; the one they have works until then.");
  } else if (rotated && !rotates) {
    said.push("Live sessions keep the refresh token they have: it is not replaced any more.");
  }
  if (PASSWORD.some((flow) => had.has(flow) && !has.has(flow))) {
    said.push("Nobody can sign in that way any more. Live sessions are not touched.");
  }
  if (lifetimes(before) !== lifetimes(after)) {
    said.push("The new lifetimes are for tokens from now on: those that are out keep theirs.");
  }
  if (said.length === 0) {
    said.push("Live sessions are not touched.");
  }
  return said;
}

function lifetimes({ AccessTokenValidity: access, IdTokenValidity: id, RefreshTokenValidity: refresh, TokenValidityUnits: units = {} }) {
  const unit = (token, unless) => units[token] ?? unless;
  return JSON.stringify([
    [access ?? 1, access ? unit("AccessToken", "hours") : "hours"],
    [id ?? 1, id ? unit("IdToken", "hours") : "hours"],
    [refresh || 30, refresh ? unit("RefreshToken", "days") : "days"],
  ]);
}
