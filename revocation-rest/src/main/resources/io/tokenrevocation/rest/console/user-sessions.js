// The live sessions of a user, newest sign-in first.

import { call, query } from "./api.js";
import { attempt } from "./attempt.js";
import { confirmEffect } from "./confirm.js";
import { count, el, time } from "./dom.js";
import { pagedTable } from "./paged.js";

const COLUMNS = ["App client", "Signed in", "Last refreshed", "Expires", "Address", "Browser or app", "Actions"];
const PAGE = 50;

/** An element with the sessions and what can be done, and how many are shown at first. */
export async function sessionList(pool, user) {
  const trouble = el("div");
  const place = el("div");
  const base = `user-pools/${encodeURIComponent(pool)}`;
  const ofUser = `${base}/users/${encodeURIComponent(user.subject)}`;

  async function draw() {
    const { parts, number } = await pagedTable({
      caption: `Live sessions of ${user.username}`,
      columns: COLUMNS,
      next: "Show more",
      none: "No live session.",
      read: async (after) => {
        const page = await call("GET", `${ofUser}/sessions?${query({ limit: PAGE, after })}`);
        return { rows: page.sessions.map(cells), next: page.next };
      },
    });
    const everywhere = button("Sign out everywhere", {
      title: `Sign ${user.username} out everywhere?`,
      button: "Sign out everywhere",
      path: `${ofUser}/sign-out`,
      done: (hit) => `${user.username} was signed out everywhere: ${count(hit.sessions, "session")} ended.`,
    });
    place.replaceChildren(...parts, el("p", { class: "buttons" }, everywhere));
    return number;
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
      session.lastRefreshedAt === session.signedInAt ? "never" : time(session.lastRefreshedAt),
      time(session.expiresAt),
      session.address,
      session.userAgent,
      el("span", { class: "buttons" }, end, others),
    ];
  }

  function button(text, wanted) {
    const act = async () => {
      if ((await confirmEffect(wanted)) !== undefined) {
        place.replaceChildren(); // of what it shows, something is over
        element.closest("section")?.querySelector("h2")?.focus();
        await draw();
      }
    };
    return el("button", { type: "button", onclick: attempt(trouble, act) }, text);
  }

  const element = el("div", {}, trouble, place);
  return { number: await draw(), element };
}
