// The settings of an app client, as controls, in the order Cognito's console has them.

import { el, field, select } from "./dom.js";
import { allowed, BY_DEFAULT, FLOWS } from "./flows.js";

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
    group("Sign-in", signIn(settings, reads), el("p", { class: "hint" }, BY_DEFAULT)),
    group("Tokens", ["AccessToken", "IdToken", "RefreshToken"].map((token) => lifetime(token, settings, reads))),
    rotation(settings, reads),
    advanced(settings, reads),
    el("details", {}, el("summary", {}, "Authorization endpoints and attributes (stored, not used here)"), oauth(settings, reads)),
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

function boxes(options, chosen) {
  const all = options.map(([value, text]) => [value, text, check(chosen.has(value))]);
  return {
    fields: all.map(([, text, box]) => field(text, box)),
    ticked: () => all.filter(([, , box]) => box.checked).map(([value]) => value),
  };
}

/** What is allowed is ticked, however it was spelt; what nobody touches, is sent as it was. */
function signIn({ ExplicitAuthFlows: words = [] }, reads) {
  const before = allowed(words);
  const { fields, ticked } = boxes(FLOWS, before);
  reads((out) => {
    const now = ticked();
    if (now.length !== before.size || now.some((flow) => !before.has(flow))) {
      out.ExplicitAuthFlows = now;
    } else if (words.length > 0) {
      out.ExplicitAuthFlows = words;
    }
  });
  return fields;
}

function oauthFlows({ AllowedOAuthFlows: given }, reads) {
  const { fields, ticked } = boxes(OAUTH_FLOWS, new Set(given));
  reads((out) => {
    if (given || ticked().length > 0) {
      out.AllowedOAuthFlows = ticked();
    }
  });
  return fields;
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
    group("OAuth flows", oauthFlows(settings, reads)),
    field("Default redirect URI", redirect),
    lists,
  ];
}
