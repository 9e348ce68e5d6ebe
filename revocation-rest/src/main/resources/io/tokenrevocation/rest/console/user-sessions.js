// The live sessions of a user, newest sign-in first.

import { call, query } from "./api.js";
import { confirmEffect } from "./confirm.js";
import { count, el, problem, row, table, time } from "./dom.js";

const COLUMNS = ["App client", "Signed in", "Last refreshed", "Expires", "Address", "Browser or app", "Actions"];
const PAGE = 50;

/** An element with the sessions and what can be done, and how many are shown at first. */
export async function sessionList(pool, user) {
  const element = el("div");
  const base = `user-pools/${encodeURIComponent(pool)}`;
  const ofUser = `${base}/users/${encodeURIComponent(user.subject)}`;
  const reload = () => draw().catch((error) => element.replaceChildren(problem(error)));

  async function draw() {
    const list = table(`Live sessions of ${user.username}`, COLUMNS, []);
    const body = list.querySelector("tbody");
    const more = el("button", { type: "button", hidden: true }, "Show more");
    let after = "";
    const load = async () => {
      const page = await call("GET", `${ofUser}/sessions?${query({ limit: PAGE, after })}`);
      body.append(...page.sessions.map((session) => row(COLUMNS, cells(session))));
      after = page.next ?? "";
      more.hidden = after === "";
    };
    more.addEventListener("click", () => load().catch((error) => more.before(problem(error))));
    await load();
    const everywhere = button("Sign out everywhere", {
      title: `Sign ${user.username} out everywhere?`,
      button: "Sign out everywhere",
      path: `${ofUser}/sign-out`,
      done: (hit) => `${user.username} was signed out everywhere: ${count(hit.sessions, "session")} ended.`,
    });
    const none = body.children.length === 0;
    element.replaceChildren(none ? el("p", {}, "No live session.") : list, more, el("p", { class: "buttons" }, everywhere));
    return body.children.length;
  }

  function cells(session) {
    const end = button("End", {
      title: "End this session?",
      button: "End session",
      path: `${base}/sessions/${encodeURIComponent(session.id)}/end`,
      done: () => "The session was ended.",
    });
    const others = button("End all others", {
      title: "End all other sessions of the user?",
      button: "End all others",
      path: `${ofUser}/end-others`,
      body: { keep: session.id },
      done: (hit) => `${count(hit.sessions, "other session")} ended.`,
    });
    const what = `session at ${session.clientId}, signed in ${new Date(session.signedInAt).toLocaleString()}`;
    end.setAttribute("aria-label", `End ${what}`);
    others.setAttribute("aria-label", `End all others than the ${what}`);
    return [
      el("code", {}, session.clientId),
      time(session.signedInAt),
      time(session.lastRefreshedAt),
      time(session.expiresAt),
      session.address,
      session.userAgent,
      el("span", { class: "buttons" }, end, others),
    ];
  }

  function button(text, wanted) {
    const trouble = el("span");
    const act = async () => {
      trouble.replaceChildren();
      try {
        if ((await confirmEffect(wanted)) !== undefined) {
          await reload();
          element.closest("section")?.querySelector("h2")?.focus();
        }
      } catch (error) {
        element.querySelector(":scope > .problem")?.remove();
        element.prepend(problem(error));
      }
    };
    return el("button", { type: "button", onclick: act }, text);
  }

  return { number: await draw(), element };
}
