// Calls the authority. A sign-in that is over is asked for again, and the call goes on.

const RENEW_AFTER = 60_000;
const SENTENCES = {
  403: "You may not do this.",
  404: "There is no such thing any more.",
  412: "Somebody else has changed it meanwhile. Nothing was saved: look at it again.",
  429: "Too many attempts. Try again in five minutes.",
  500: "The server failed. Its log says why.",
  503: "The authority cannot reach its database, or has not started yet. Nothing is known of what was asked; try again.",
};

/** What was refused, with a sentence for people. */
export class Refused extends Error {
  constructor(status, answer) {
    super(`status ${status}`);
    this.status = status;
    this.type = (answer.type ?? "").replace("urn:token-revocation:problem:", "");
    const said = [400, 403, 404, 409].includes(status) && answer.detail;
    this.sentence = said || SENTENCES[status] || `The server answered with ${status}.`;
  }
}

let session = null;
let renewedAt = 0;
let signInAgain = null;

/** Who is in, or null. */
export function caller() {
  return session;
}

/** What to do when a sign-in is over: it resolves when there is a new one. */
export function whenSignedOut(ask) {
  signInAgain = ask;
}

/** Asks who is in, which also keeps them in. */
export async function whoIsIn() {
  session = (await send("GET", "session")).body;
  renewedAt = Date.now();
  return session;
}

export async function signIn(username, password) {
  session = (await send("POST", "session", { username, password })).body;
  renewedAt = Date.now();
  return session;
}

export async function signOut() {
  await send("DELETE", "session");
  session = null;
}

/** Calls the JSON API. */
export async function call(method, path, body) {
  return (await again(method, `../${path}`, body)).body;
}

/** Calls the resource of app clients: answers the tag to edit with, too. */
export function callClients(method, path, body, tag) {
  return again(method, `${session?.root ?? "../../"}cognito-idp/${path}`, body, tag);
}

/** The address of something to save. */
export function address(path) {
  return `../${path}`;
}

/** Parameters without those that are empty. */
export function query(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== "" && value !== undefined);
  return new URLSearchParams(given).toString();
}

async function again(method, path, body, tag) {
  try {
    const answer = await send(method, path, body, tag);
    keepIn();
    return answer;
  } catch (refused) {
    if (refused.status !== 401 || signInAgain === null) {
      throw refused;
    }
    session = null;
    await signInAgain();
    return send(method, path, body, tag);
  }
}

/** Whoever does something is there. */
function keepIn() {
  if (Date.now() - renewedAt > RENEW_AFTER && document.visibilityState === "visible" && isBusy()) {
    renewedAt = Date.now();
    whoIsIn().catch(() => {}); // the next call will say it
  }
}

let touchedAt = Date.now();
for (const event of ["pointerdown", "keydown"]) {
  addEventListener(event, () => {
    touchedAt = Date.now();
  });
}

function isBusy() {
  return Date.now() - touchedAt < RENEW_AFTER;
}

async function send(method, path, body, tag) {
  const headers = {};
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  if (tag) {
    headers["If-Match"] = tag;
  }
  if (session && method !== "GET") {
    headers["X-CSRF-Token"] = session.csrfToken;
  }
  const text = body === undefined ? undefined : JSON.stringify(body);
  const response = await fetch(path, { method, headers, body: text, cache: "no-store" }).catch(() => {
    throw Object.assign(new Error("unreachable"), { sentence: "The server cannot be reached. Try again." });
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Refused(response.status, answer);
  }
  return { body: answer, tag: response.headers.get("ETag") };
}
