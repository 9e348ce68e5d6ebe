// Does what a button, a form or a link is for, once at a time, and says what went wrong.

import { problem } from "./dom.js";

/**
 * Makes a handler of clicks or submissions.
 *
 * @param place for what goes wrong, and for nothing else: what went wrong before, is taken away
 * @param act does it; meanwhile the button rests, and keeps the focus
 * @return the handler, which may be called without an event too; it answers whether it was done,
 *     and nothing if it is being done already
 */
export function attempt(place, act) {
  let busy = false;
  return async (event) => {
    event?.preventDefault();
    if (busy) {
      return undefined;
    }
    busy = true;
    const button = event?.submitter ?? event?.currentTarget;
    button?.setAttribute("aria-disabled", "true");
    place.replaceChildren();
    try {
      await act();
      return true;
    } catch (error) {
      place.replaceChildren(problem(error));
      return false;
    } finally {
      busy = false;
      button?.removeAttribute("aria-disabled");
    }
  };
}
