// The settings of an app client, as controls, in the order Cognito's console has them.

import { el, field, select } from "./dom.js";

const FLOWS = [
  ["ALLOW_USER_PASSWORD_AUTH", "User name and password"],
  ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "User name and password, from a server that signs"],
  ["ALLOW_REFRESH_TOKEN_AUTH", "Refresh tokens"],
  ["ALLOW_USER_SRP_AUTH", "SRP (kept, not served here)"],
  ["ALLOW_CUSTOM_AUTH", "Custom (kept, not served here)"],
  ["ALLOW_USER_AUTH", "Choice-based (kept, not served here)"],
];
const OLD_FLOWS = ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"];
const UNITS = ["seconds", "minutes", "hours", "days"].map((unit) => [unit, unit]);
const OAUTH_FLOWS = [["code", "Authorization code"], ["implicit", "Implicit"], ["client_credentials", "Client credentials"]];
const LISTS = [
  ["CallbackURLs", "Callback URLs"],
  ["LogoutURLs", "Sign-out URLs"],
  ["AllowedOAuthScopes", "OAuth scopes"],
  ["SupportedIdentityProviders", "Identity providers"],
  ["ReadAttributes", "Readable attributes"],
  ["WriteAttributes", "Writable attributes"],
];

const group = (legend, ...children) => el("fieldset", {}, el("legend", {}, legend), children);
const check = (checked) => el("input", { type: "checkbox", checked });
const number = (value, min, max) => el("input", { type: "number", min, max, value: value ?? "", inputmode: "numeric" });

/** Makes the controls for settings as they are: elements to show, and a function that reads them. */
export function clientFields(settings) {
  const readers = [];
  const reads = (read) => readers.push(read);
  const name = el("input", { required: true, maxlength: 128, value: settings.ClientName ?? "" });
  reads((out) => (out.ClientName = name.value));
  const elements = [
    field("Name", name),
    group("Sign-in", choices("ExplicitAuthFlows", [...FLOWS, ...OLD_FLOWS.filter((flow) => settings.ExplicitAuthFlows?.includes(flow)).map((flow) => [flow, flow])], settings, reads)),
    group("Tokens", ["AccessToken", "IdToken", "RefreshToken"].map((token) => lifetime(token, settings, reads))),
    rotation(settings, reads),
    advanced(settings, reads),
    el("details", {}, el("summary", {}, "Authorization endpoints and attributes (kept for whoever asks)"), oauth(settings, reads)),
  ];
  const read = () => {
    const out = {};
    readers.forEach((reader) => reader(out));
    if (settings.AnalyticsConfiguration) {
      out.AnalyticsConfiguration = settings.AnalyticsConfiguration; // not shown, not lost
    }
    return out;
  };
  return { elements, read };
}

function choices(member, options, settings, reads) {
  const boxes = options.map(([value, text]) => [value, text, check(settings[member]?.includes(value) ?? false)]);
  reads((out) => {
    const chosen = boxes.filter(([, , box]) => box.checked).map(([value]) => value);
    if (chosen.length > 0 || settings[member]) {
      out[member] = chosen;
    }
  });
  return boxes.map(([, text, box]) => field(text, box));
}

function lifetime(token, settings, reads) {
  const member = `${token}Validity`;
  const words = { AccessToken: "Access token", IdToken: "ID token", RefreshToken: "Refresh token" };
  const value = number(settings[member], token === "RefreshToken" ? 0 : 1, 315360000);
  const byDefault = token === "RefreshToken" ? "days" : "hours";
  const unit = select(UNITS, settings.TokenValidityUnits?.[token] ?? byDefault);
  reads((out) => {
    if (value.value !== "") {
      out[member] = Number(value.value);
      out.TokenValidityUnits = { ...out.TokenValidityUnits, [token]: unit.value };
    }
  });
  const unless = token === "RefreshToken" ? "30 days" : "1 hour";
  return el("div", { class: "pair" }, field(`${words[token]} lives`, value, `Left empty: ${unless}.`), field(`Unit of ${words[token]}`, unit));
}

function rotation(settings, reads) {
  const given = settings.RefreshTokenRotation;
  const on = check(given?.Feature === "ENABLED");
  const grace = number(given?.RetryGracePeriodSeconds, 0, 60);
  reads((out) => {
    if (on.checked) {
      out.RefreshTokenRotation = { Feature: "ENABLED", RetryGracePeriodSeconds: Number(grace.value || 0) };
    } else if (given) {
      out.RefreshTokenRotation = { Feature: "DISABLED" };
    }
  });
  return group(
    "Refresh token rotation",
    field("Give a new refresh token each time", on, "Goes without the sign-in by Refresh tokens above: clients call GetTokensFromRefreshToken."),
    field("Grace period in seconds", grace, "How long the one before still works: 0 to 60."),
  );
}

function advanced(settings, reads) {
  const revocation = check(settings.EnableTokenRevocation ?? true);
  const hides = check(settings.PreventUserExistenceErrors === "ENABLED");
  const context = check(settings.EnablePropagateAdditionalUserContextData ?? false);
  const minutes = number(settings.AuthSessionValidity, 3, 15);
  reads((out) => {
    out.EnableTokenRevocation = revocation.checked;
    out.PreventUserExistenceErrors = hides.checked ? "ENABLED" : "LEGACY";
    out.EnablePropagateAdditionalUserContextData = context.checked;
    if (minutes.value !== "") {
      out.AuthSessionValidity = Number(minutes.value);
    }
  });
  return group(
    "Advanced configuration",
    field("Enable token revocation", revocation, "Off, its refresh tokens cannot be revoked, and tokens do not name their sign-in."),
    field("Prevent user existence errors", hides, "Whoever signs in does not learn whether there is such a user."),
    field("Propagate additional user context data", context),
    field("Authentication session lives, in minutes", minutes, "3 to 15."),
  );
}

function oauth(settings, reads) {
  const uses = check(settings.AllowedOAuthFlowsUserPoolClient ?? false);
  const redirect = el("input", { type: "url", value: settings.DefaultRedirectURI ?? "", maxlength: 1024 });
  reads((out) => {
    out.AllowedOAuthFlowsUserPoolClient = uses.checked;
    if (redirect.value) {
      out.DefaultRedirectURI = redirect.value;
    }
  });
  const lists = LISTS.map(([member, label]) => {
    const area = el("textarea", { rows: 2, spellcheck: "false" });
    area.value = (settings[member] ?? []).join("\n");
    reads((out) => {
      const lines = area.value.split("\n").map((line) => line.trim()).filter(Boolean);
      if (lines.length > 0 || settings[member]) {
        out[member] = lines;
      }
    });
    return field(label, area, "One in each line.");
  });
  return [
    field("Allowed to use OAuth flows", uses),
    group("OAuth flows", choices("AllowedOAuthFlows", OAUTH_FLOWS, settings, reads)),
    field("Default redirect URI", redirect),
    lists,
  ];
}
