// Calls the authority. A sign-in that is over is asked for again, and the call goes on.

const RENEW_AFTER = 60_000;
const DOWN = "The authority cannot reach its database, or has not started yet.";
const UNSURE = "It may or may not have been done; repeating it does no harm.";
const SENTENCES = {
  403: "You may not do this.",
  404: "There is no such thing any more.",
  412: "Somebody else has changed it meanwhile. Nothing was saved: look at it again.",
  429: "Too many attempts. Try again in five minutes.",
  500: "The server failed. Its log says why.",
  503: `${DOWN} Nothing is known of what was asked; try again.`,
};

/** What is posted to these changes nothing that is administered. */
const ASKING = /\/(find|secret)$|^session$/;

/** What was refused, with a sentence for people. */
export class Refused extends Error {
  constructor(status, answer, asked) {
    super(`status ${status}`);
    this.status = status;
    this.type = (answer.type ?? "").replace("urn:token-revocation:problem:", "");
    const said = [400, 403, 404, 409].includes(status) && answer.detail;
    const unsure = status === 503 && !asked && `${DOWN} ${UNSURE}`;
    this.sentence = said || unsure || SENTENCES[status] || `The server answered with ${status}.`;
  }
}

let session = null;
let renewedAt = 0;
let signInAgain = null;
let tellWho = () => {};

/** Who is in, or null. */
export function caller() {
  return session;
}

/** What to do when a sign-in is over: it resolves when there is a new one. */
export function whenSignedOut(ask) {
  signInAgain = ask;
}

/** What to do whenever the server says who is in. */
export function whenIn(tell) {
  tellWho = tell;
}

/** Asks who is in, which also keeps them in. */
export async function whoIsIn() {
  return enter(await send("GET", "session"));
}

export async function signIn(username, password) {
  return enter(await send("POST", "session", { username, password }));
}

export async function signOut() {
  await withToken(() => send("DELETE", "session"));
  session = null;
}

/** Makes sure that somebody is in, before the browser itself calls. */
export function requireIn() {
  return again(whoIsIn);
}

/** Calls the JSON API. */
export async function call(method, path, body) {
  return (await again(() => send(method, `../${path}`, body))).body;
}

/** Calls the resource of app clients: answers the tag to edit with, too. */
export function callClients(method, path, body, tag) {
  return again(() => send(method, `${session?.root ?? "../../"}cognito-idp/${path}`, body, tag));
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

function enter({ body }) {
  session = body;
  renewedAt = Date.now();
  tellWho();
  return session;
}

async function again(act) {
  try {
    const answer = await withToken(act);
    keepIn();
    return answer;
  } catch (refused) {
    if (refused.status !== 401 || signInAgain === null) {
      throw refused;
    }
    session = null;
    await signInAgain();
    return act();
  }
}

/** Whoever signs in anew in another tab has another CSRF token from then on, here too. */
async function withToken(act) {
  try {
    return await act();
  } catch (refused) {
    if (refused.type !== "csrf-token") {
      throw refused;
    }
    const before = session?.name;
    const { name } = await whoIsIn();
    if (name !== before) {
      throw Object.assign(refused, { sentence: `In another tab, ${name} has signed in: this was not done.` });
    }
    return act();
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
  const asks = method === "GET" || (method === "POST" && (body?.dryRun || ASKING.test(path)));
  const text = body === undefined ? undefined : JSON.stringify(body);
  const response = await fetch(path, { method, headers, body: text, cache: "no-store" }).catch(() => {
    const sentence = `The server cannot be reached. ${asks ? "Try again." : UNSURE}`;
    throw Object.assign(new Error("unreachable"), { sentence });
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Refused(response.status, answer, asks);
  }
  return { body: answer, tag: response.headers.get("ETag") };
}
