// The ways to sign in that an app client can allow, as the server reads ExplicitAuthFlows.

export const REFRESH = "ALLOW_REFRESH_TOKEN_AUTH";
export const PASSWORDS = [
  ["ALLOW_USER_PASSWORD_AUTH", "User name and password"],
  ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "User name and password, from a server that signs"],
];
export const FLOWS = [
  ...PASSWORDS,
  [REFRESH, "Refresh tokens"],
  ["ALLOW_USER_SRP_AUTH", "SRP (kept, not served here)"],
  ["ALLOW_CUSTOM_AUTH", "Custom (kept, not served here)"],
  ["ALLOW_USER_AUTH", "Choice-based (kept, not served here)"],
];

/** What is allowed where nothing is ticked, in words. */
export const BY_DEFAULT = "With nothing ticked the defaults apply: refresh tokens, SRP and custom.";

const UNLESS_GIVEN = ["ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH", REFRESH];

/** Words from before there were others, and what they stand for. */
const OLD = {
  ADMIN_NO_SRP_AUTH: [...UNLESS_GIVEN, "ALLOW_ADMIN_USER_PASSWORD_AUTH"],
  USER_PASSWORD_AUTH: [...UNLESS_GIVEN, "ALLOW_USER_PASSWORD_AUTH"],
  CUSTOM_AUTH_FLOW_ONLY: ["ALLOW_CUSTOM_AUTH", REFRESH],
};

/** What some words allow, each in the spelling of today; the server's ExplicitFlows does the same. */
export function allowed(words = []) {
  return new Set(words.length === 0 ? UNLESS_GIVEN : words.flatMap((word) => OLD[word] ?? [word]));
}
