// Asks before something is done: what it will hit, and why it is wanted.

import { call } from "./api.js";
import { attempt } from "./attempt.js";
import { count, el, field } from "./dom.js";
import { say } from "./say.js";

/**
 * Shows a question over the page.
 *
 * @param title what is about to be done
 * @param body elements that say what it does
 * @param fields what can be said to it
 * @param button what the button says that does it
 * @param act does it; what it throws, is shown, and the question stays
 * @return what act returned, or undefined if it was not wanted
 */
export function confirm({ title, body, fields = [], button, act }) {
  const returnTo = document.activeElement;
  return new Promise((resolve) => {
    let result;
    const trouble = el("div");
    const dialog = el("dialog", { "aria-labelledby": "confirm-title", "aria-describedby": "confirm-effect" });
    const submit = attempt(trouble, async () => {
      result = (await act()) ?? true;
      dialog.close();
    });
    const no = el("button", { type: "button", onclick: () => dialog.close() }, "Cancel");
    const yes = el("button", { class: "danger" }, button);
    dialog.append(
      el("h2", { id: "confirm-title" }, title),
      el(
        "form",
        { onsubmit: submit },
        el("div", { class: "preview", id: "confirm-effect" }, body),
        fields,
        trouble,
        el("p", { class: "buttons" }, no, yes),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (returnTo?.isConnected) {
        returnTo.focus();
      }
      resolve(result);
    });
    document.body.append(dialog);
    dialog.showModal();
    no.focus();
  });
}

/** Revokes after a preview: path and body are those of the call, but for dryRun and reason. */
export async function confirmEffect({ title, button, path, body = {}, done }) {
  const preview = await call("POST", path, { ...body, dryRun: true });
  const reason = el("input", { maxlength: 256, autocomplete: "off" });
  const act = () =>
    call("POST", path, reason.value ? { ...body, reason: reason.value } : body);
  const why = field("Reason", reason, "Kept with the revocation, for whoever looks at the activity. May be left empty.");
  const result = await confirm({ title, body: effect(preview, body.scope), fields: [why], button, act });
  if (result !== undefined) {
    say(done(result));
  }
  return result;
}

/** What will be hit, in words. */
export function effect({ sessions, clients = [], atLeast }, scope) {
  if (scope === "token") {
    return [el("p", {}, "Takes this one token out of use; its session goes on. Whether there is such a token is not checked.")];
  }
  if (sessions === null || sessions === undefined) {
    return [el("p", {}, "How many sign-ins this hits is not known here: its issuer keeps them.")];
  }
  if (sessions === 0 && !atLeast) {
    return [el("p", {}, "No live session is hit.")];
  }
  const list = clients.map(({ clientId, sessions: number }) =>
    el("li", {}, `${atLeast ? "at least " : ""}${count(number, "session")} at app client `, el("code", {}, clientId)),
  );
  return [el("p", {}, `This ends ${liveSessions({ sessions, atLeast })}:`), el("ul", {}, list)];
}

/** How many live sessions were counted: where there are too many sign-ins, among the newest. */
export function liveSessions({ sessions, atLeast }) {
  return `${atLeast ? "at least " : ""}${count(sessions, "live session")}`;
}
