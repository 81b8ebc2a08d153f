// The clock in the bar, and what happened when it was moved.

import { ask } from "./api.js";
import { byId, h } from "./dom.js";
import { address, language, person, state } from "./state.js";
import { clockTime, longDay, now, setNow, shortDay } from "./time.js";
import { words } from "./words.js";

const shown = byId("now");
const note = byId("clock-note");
const moves = byId("moves");
let isMoving = false;

export function showClock() {
  const date = now();
  const time = clockTime(date, language());
  refresh(".day-long", longDay(date, language()));
  refresh(".day-short", shortDay(date, language()));
  refresh(".time", time);
  shown.dateTime = date.toISOString();
}

function refresh(selector, text) {
  const part = shown.querySelector(selector);
  if (part.textContent !== text) part.textContent = text;
}

export const clearNote = () => note.replaceChildren();

/** `failed(error)` is told what went wrong. */
export function startClock(failed) {
  shown.append(
    h("span", { class: "day-long" }), h("span", { class: "day-short" }), " ", h("b", { class: "time" }));
  showClock();
  setInterval(showClock, 1000);
  moves.addEventListener("click", async (event) => {
    const by = event.target.closest("button")?.dataset.move;
    if (!by || isMoving) return;
    start();
    try {
      const moved = await ask("/api/clock", { by });
      setNow(moved.now);
      showClock();
      tell(by, moved.reached);
    } catch (error) {
      failed(error);
    } finally {
      stop();
    }
  });
}

function start() {
  isMoving = true;
  clearNote();
  for (const button of moves.children) button.setAttribute("aria-disabled", "true");
}

function stop() {
  isMoving = false;
  for (const button of moves.children) button.removeAttribute("aria-disabled");
}

/** Say which conversations Engage wrote to on the way. */
function tell(by, reached) {
  const date = now();
  const when = `${longDay(date, language())}, ${clockTime(date, language())}`;
  if (!reached.length) {
    note.replaceChildren(by === "next" ? words().nothingPlanned : words().nobodyWritten(when));
    return;
  }
  note.replaceChildren(words().written(when), " ", ...joined(reached.map(place)), ".");
}

/** Put "," and "and" between links, as the language does. */
function joined(links) {
  const list = new Intl.ListFormat(`${language()}-CA`);
  const parts = list.formatToParts(links.map((_link, index) => String(index)));
  return parts.map(({ type, value }) => (type === "element" ? links[Number(value)] : value));
}

function place(conversation) {
  const name = person(conversation)?.name ?? `#${conversation}`;
  const user = person(conversation) ? conversation : state.person.id;
  return h("a", { href: address(user, conversation) }, name);
}
