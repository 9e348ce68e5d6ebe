// Tells everybody, also those who do not see where the page changes.

let saying = "";
let kept = "";

/** Says something, instead of what was said before. */
export function say(text) {
  const said = document.getElementById("said");
  saying = text;
  said.textContent = "";
  setTimeout(() => {
    said.textContent = saying;
  }, 50);
}

/** Says something that matters less than what is being said, if anything is. */
export function mention(text) {
  if (saying === "") {
    say(text);
  }
}

/** Says something on the page that is gone to next. */
export function sayThere(text) {
  kept = text;
}

/** Another page is shown: what was said on the one before is over. */
export function turnPage() {
  say(kept);
  kept = "";
}
