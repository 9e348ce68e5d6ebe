// What is shown is in the address behind the #: never a user, never a token.

import { caller, signOut, whenIn, whenSignedOut, whoIsIn } from "./api.js";
import { attempt } from "./attempt.js";
import { el, problem } from "./dom.js";
import { sayThere, turnPage } from "./say.js";
import { ask, askAgain } from "./session.js";
import { isUnsaved, mayBeLost } from "./unsaved.js";

const VIEWS = {
  clients: () => import("./clients.js"),
  users: () => import("./users.js"),
  activity: () => import("./activity.js"),
  status: () => import("./status.js"),
};

const main = document.getElementById("main");
const tabs = document.getElementById("tabs");
const account = document.getElementById("account");

async function show() {
  turnPage();
  const [name, ...rest] = location.hash.replace(/^#\/?/, "").split("/");
  const view = Object.hasOwn(VIEWS, name) ? name : "clients";
  mark(view);
  const section = el("section", { "aria-busy": "true" });
  main.replaceChildren(section);
  try {
    const { default: build } = await VIEWS[view]();
    await build(section, rest.map(decoded));
  } catch (error) {
    section.replaceChildren(...failed(error));
  }
  section.removeAttribute("aria-busy");
  if (section.isConnected) {
    section.querySelector("h1")?.focus();
  }
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    throw Object.assign(error, { sentence: "The address is not one of the console." });
  }
}

/** Marks the tab that is shown. */
function mark(view) {
  for (const link of tabs.querySelectorAll("a")) {
    if (link.hash === `#/${view}`) {
      link.setAttribute("aria-current", "page");
      document.title = `${link.textContent} – Token revocation console`;
    } else {
      link.removeAttribute("aria-current");
    }
  }
}

/** What is no answer of the server's may be a file of the page that is not there. */
function failed(error) {
  const again = () => (error.sentence ? show() : location.reload());
  return [
    el("h1", { tabindex: -1 }, "This cannot be shown"),
    problem(error),
    el("button", { type: "button", onclick: again }, "Try again"),
  ];
}

/** Another address: what would be lost with the page, is asked about first. */
async function go({ oldURL }) {
  const wanted = location.hash;
  if (wanted === "#main") {
    return;
  }
  if (!isUnsaved()) {
    await show();
    return;
  }
  history.pushState(null, "", oldURL);
  if (await mayBeLost()) {
    location.hash = wanted;
  }
}

function welcome() {
  document.getElementById("caller").textContent = caller().name;
  document.getElementById("sign-out").hidden = !caller().canSignOut;
  tabs.hidden = account.hidden = false;
}

async function start() {
  whenIn(welcome);
  main.setAttribute("aria-busy", "true");
  const refused = await whoIsIn().then(() => null, (error) => error);
  main.removeAttribute("aria-busy");
  if (refused !== null && refused.status !== 401) {
    const retry = el("button", { type: "button", onclick: () => location.reload() }, "Try again");
    main.replaceChildren(el("h1", {}, "The console is not ready"), problem(refused), retry);
    return;
  }
  if (refused !== null) {
    await ask(main);
    sayThere(`Signed in as ${caller().name}.`);
  }
  whenSignedOut(askAgain);
  addEventListener("hashchange", go);
  await show();
}

/** The address does not change by it. */
tabs.addEventListener("click", (event) => {
  if (event.target.closest("a")?.hash === location.hash) {
    show();
  }
});

const trouble = el("div");
document.getElementById("sign-out").addEventListener("click", attempt(trouble, async () => {
  main.prepend(trouble);
  await signOut().catch((refused) => {
    if (refused.status !== 401) {
      throw refused;
    }
  });
  location.replace(location.pathname); // nothing of theirs stays on the screen
}));

document.querySelector(".jump").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});

start();
