// Keeps what somebody has typed from being lost without a word.

import { confirm } from "./confirm.js";
import { el } from "./dom.js";

let watched = null;
let asking = false;

/** Watches a form as long as it is on the page: read answers what is in it. */
export function watch(form, read) {
  watched = { form, read, before: JSON.stringify(read()) };
}

/** What is in the form was saved, or is not wanted any more. */
export function forget() {
  watched = null;
}

/** Tells whether something would be lost. */
export function isUnsaved() {
  return Boolean(watched?.form.isConnected) && JSON.stringify(watched.read()) !== watched.before;
}

/** Asks whether it may be lost; answers false to whoever asks while that is asked. */
export async function mayBeLost() {
  if (asking) {
    return false;
  }
  asking = true;
  const body = [el("p", {}, "What was changed on this page is not saved.")];
  const wanted = await confirm({ title: "Leave without saving?", body, button: "Leave", act: forget });
  asking = false;
  return wanted === true;
}

addEventListener("beforeunload", (event) => {
  if (isUnsaved()) {
    event.preventDefault();
  }
});
