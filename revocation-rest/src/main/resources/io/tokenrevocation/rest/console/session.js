// Signing in: as the page itself, or over a page whose sign-in is over.

import { signIn } from "./api.js";
import { attempt } from "./attempt.js";
import { el, field } from "./dom.js";

/** A form that calls back when somebody is in. */
function form(done) {
  const username = el("input", { name: "username", autocomplete: "username", required: true, maxlength: 128, autocapitalize: "none", spellcheck: "false" });
  const password = el("input", { name: "password", type: "password", autocomplete: "current-password", required: true, maxlength: 256 });
  const trouble = el("div");
  const submit = attempt(trouble, async () => {
    try {
      done(await signIn(username.value, password.value));
    } catch (refused) {
      const wrong = refused.status === 401;
      password.value = "";
      (wrong ? username : password).focus();
      throw wrong ? Object.assign(refused, { sentence: "The name or the password is wrong." }) : refused;
    }
  });
  return el(
    "form",
    { onsubmit: submit, class: "narrow" },
    field("User name", username),
    field("Password", password),
    trouble,
    el("button", { class: "main" }, "Sign in"),
  );
}

/** The whole page for somebody who is not in yet; resolves when they are. */
export function ask(main) {
  return new Promise((resolve) => {
    const heading = el("h1", { tabindex: -1 }, "Sign in to the console");
    const hint = el("p", {}, "For users in the group revocation-admin.");
    main.replaceChildren(heading, hint, form(resolve));
    main.querySelector("input").focus();
  });
}

let asking = null;

/** Over the page, which stays as it is; rejects if they do not want to. */
export function askAgain() {
  asking ??= new Promise((resolve, reject) => {
    const dialog = el("dialog", { "aria-labelledby": "again", "aria-describedby": "again-why" });
    const leave = () => dialog.close();
    dialog.append(
      el("h2", { id: "again" }, "Your sign-in is over"),
      el("p", { id: "again-why" }, "Sign in again to go on where you were. Nothing on the page is lost."),
      form((session) => {
        dialog.returnValue = "in";
        resolve(session);
        dialog.close("in");
      }),
      el("button", { type: "button", onclick: leave }, "Not now"),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      asking = null;
      reject(Object.assign(new Error("signed out"), { sentence: "You are not signed in any more: this was not done." }));
    });
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector("input").focus();
  });
  return asking;
}
