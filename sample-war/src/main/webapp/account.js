// The user's own page. Tokens are in this module's memory only; the address never changes.

const at = (id) => document.getElementById(id);
let tokens = null;
let current = null;
let next = "";
let busy = false;

/** Something to tell the user. */
class Trouble extends Error {}

async function ask(path, options) {
  const response = await fetch(path, { ...options, cache: "no-store" }).catch(() => {
    throw new Trouble("The server cannot be reached. Try again.");
  });
  const answer = await response.json().catch(() => ({}));
  return { status: response.status, ok: response.ok, answer };
}

async function signIn(username, password) {
  const { ok, status, answer } = await ask("cognito-idp", {
    method: "POST",
    headers: {
      "Content-Type": "application/x-amz-json-1.1",
      "X-Amz-Target": "AWSCognitoIdentityProviderService.InitiateAuth",
    },
    body: JSON.stringify({
      AuthFlow: "USER_PASSWORD_AUTH",
      ClientId: "sampleweb",
      AuthParameters: { USERNAME: username, PASSWORD: password },
    }),
  });
  if (!ok) {
    throw new Trouble(status >= 500 ? "The server cannot sign you in now. Try again." : "The name or the password is wrong.");
  }
  tokens = answer.AuthenticationResult;
}

/** Calls the user's own part of the API. A token that is out of use ends the page's session. */
async function own(method, path, body) {
  const headers = { Authorization: `Bearer ${tokens.AccessToken}` };
  if (body) {
    headers["Content-Type"] = "application/json";
  }
  const { ok, status, answer } = await ask(`revocation/me/${path}`, { method, headers, body: body && JSON.stringify(body) });
  if (status === 401) {
    leave("This session is over: it was ended elsewhere, or has expired. Sign in again.");
    throw new Trouble("");
  } else if (!ok) {
    throw new Trouble(status === 503 ? "That is not known now. Try again." : (answer.detail ?? `The server answered with ${status}.`));
  }
  return answer;
}

async function showSessions(more) {
  const page = await own("GET", `sessions?limit=50${more ? `&after=${encodeURIComponent(next)}` : ""}`);
  const items = page.sessions.map(item);
  const focused = document.activeElement === at("more");
  more ? at("sessions").append(...items) : at("sessions").replaceChildren(...items);
  next = page.next ?? "";
  at("more").hidden = next === "";
  if (next === "" && focused && items.length > 0) {
    items[0].tabIndex = -1;
    (items[0].querySelector("button") ?? items[0]).focus();
  }
}

function item(session) {
  const element = document.createElement("li");
  const when = (iso) => new Date(iso).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
  const facts = [
    `signed in ${when(session.signedInAt)}`,
    session.lastRefreshedAt === session.signedInAt ? "never refreshed" : `last refreshed ${when(session.lastRefreshedAt)}`,
    `expires ${when(session.expiresAt)}`,
    session.address && `from ${session.address}`,
    session.userAgent,
  ];
  const name = document.createElement("strong");
  name.textContent = session.clientId + (session.current ? " (this session)" : "");
  element.append(name, ` ${facts.filter(Boolean).join(", ")} `);
  if (session.current) {
    current = session.id;
    element.setAttribute("aria-current", "true");
  } else {
    const end = document.createElement("button");
    end.type = "button";
    end.textContent = "End";
    end.setAttribute("aria-label", `End the session at ${session.clientId}, signed in ${when(session.signedInAt)}`);
    end.addEventListener("click", () => attempt(() => endOne(session.id)));
    element.append(end);
  }
  return element;
}

/** Says what it will hit, and does it if that is wanted: answers how many were ended. */
async function confirmed(path, question, yes) {
  const { sessions } = await own("POST", path, { dryRun: true });
  at("asked").textContent = question;
  at("hit").textContent = sessions === 1 ? "This ends one session." : `This ends ${sessions} sessions.`;
  at("yes").textContent = yes;
  const dialog = at("question");
  dialog.returnValue = "no";
  dialog.showModal();
  await new Promise((closed) => dialog.addEventListener("close", closed, { once: true }));
  return dialog.returnValue === "yes" ? (await own("POST", path, {})).sessions : null;
}

async function endOne(id) {
  if ((await confirmed(`sessions/${id}/end`, "End that session?", "End it")) !== null) {
    await showSessions();
    document.querySelector("h1").focus();
    say("The session was ended.");
  }
}

async function signOutElsewhere() {
  const ended = await confirmed("sessions/end-others", "Sign out everywhere else?", "Sign out there");
  if (ended !== null) {
    await showSessions();
    say(ended === 1 ? "One other session was ended." : `${ended} other sessions were ended.`);
  }
}

/** The session of this page may be further down than what is shown. */
async function signOutHere() {
  while (!current && next) {
    await showSessions(true);
  }
  if (!current) {
    throw new Trouble("This session is not among those that are live.");
  }
  await signOut(`sessions/${current}/end`, "Sign out here?");
}

async function signOut(path, question) {
  if ((await confirmed(path, question, "Sign out")) !== null) {
    leave("You are signed out.");
  }
}

function leave(text) {
  tokens = current = null;
  at("sessions").replaceChildren();
  at("account").hidden = true;
  at("sign-in").hidden = false;
  at("password").value = "";
  at("username").focus();
  say(text);
}

function say(text) {
  at("said").textContent = text;
}

/** One thing at a time. */
async function attempt(act) {
  if (busy) {
    return;
  }
  busy = true;
  at("trouble").textContent = "";
  say("");
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Trouble)) {
      throw error;
    }
    at("trouble").textContent = error.message;
  } finally {
    busy = false;
  }
}

at("sign-in").addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(async () => {
    await signIn(at("username").value, at("password").value);
    at("name").textContent = at("username").value;
    at("password").value = "";
    await showSessions();
    at("sign-in").hidden = true;
    at("account").hidden = false;
    document.querySelector("h1").focus();
  });
});
at("more").addEventListener("click", () => attempt(() => showSessions(true)));
at("here").addEventListener("click", () => attempt(signOutHere));
at("elsewhere").addEventListener("click", () => attempt(signOutElsewhere));
at("everywhere").addEventListener("click", () => attempt(() => signOut("sign-out", "Sign out everywhere?")));
at("sign-in").hidden = false;
at("username").focus();
