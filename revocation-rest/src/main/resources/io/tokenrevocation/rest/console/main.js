// What is shown is in the address behind the #: never a user, never a token.

import { caller, signOut, whenSignedOut, whoIsIn } from "./api.js";
import { el, problem, say } from "./dom.js";
import { ask, askAgain } from "./session.js";

const VIEWS = {
  clients: () => import("./clients.js"),
  users: () => import("./users.js"),
  activity: () => import("./activity.js"),
  status: () => import("./status.js"),
};

const main = document.getElementById("main");
const tabs = document.getElementById("tabs");
const account = document.getElementById("account");

async function show(focus) {
  document.getElementById("said").textContent = "";
  const [name, ...rest] = location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  const view = Object.hasOwn(VIEWS, name) ? name : "clients";
  for (const link of tabs.querySelectorAll("a")) {
    const current = link.hash === `#/${view}`;
    link.toggleAttribute("data-current", current);
    current ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
    if (current) {
      document.title = `${link.textContent} – Token revocation console`;
    }
  }
  const section = el("section", { "aria-busy": "true" });
  main.replaceChildren(section);
  try {
    const { default: build } = await VIEWS[view]();
    await build(section, rest);
  } catch (error) {
    section.append(el("h1", { tabindex: -1 }, "This cannot be shown"), problem(error));
  }
  section.removeAttribute("aria-busy");
  if (focus && section.isConnected) {
    section.querySelector("h1")?.focus();
  }
}

function welcome() {
  document.getElementById("caller").textContent = caller().name;
  document.getElementById("sign-out").hidden = !caller().canSignOut;
  tabs.hidden = account.hidden = false;
}

async function start() {
  try {
    await whoIsIn();
  } catch (refused) {
    if (refused.status !== 401) {
      const retry = el("button", { type: "button", onclick: () => location.reload() }, "Try again");
      main.replaceChildren(el("h1", {}, "The console is not ready"), problem(refused), retry);
      return;
    }
    await ask(main);
    say(`Signed in as ${caller().name}.`);
  }
  welcome();
  whenSignedOut(async () => {
    await askAgain();
    welcome();
  });
  addEventListener("hashchange", () => {
    if (location.hash !== "#main") {
      show(true);
    }
  });
  await show(true);
}

document.getElementById("sign-out").addEventListener("click", async () => {
  try {
    await signOut();
  } catch (refused) {
    if (refused.status !== 401) {
      say(refused.sentence);
      main.prepend(problem(refused));
      return;
    }
  }
  location.replace(location.pathname); // nothing of theirs stays on the screen
});

document.querySelector(".jump").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});

start();
