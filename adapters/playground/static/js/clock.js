// The clock in the bar, and what happened when it was moved.

import { ask } from "./api.js";
import { byId, h } from "./dom.js";
import { address, language, person, state } from "./state.js";
import { clockTime, longDay, now, setNow, shortDay } from "./time.js";
import { words } from "./words.js";

const shown = byId("now");
const note = byId("clock-note");
const moves = byId("moves");
let reached = new Set();
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

/** Note whom Engage wrote to by itself while the clock moves. */
export function noteDelivery(message) {
  if (isMoving && message.key) reached.add(message.conversation);
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
      tell(by, moved.sent);
    } catch (error) {
      failed(error);
    } finally {
      stop();
    }
  });
}

function start() {
  isMoving = true;
  reached = new Set();
  clearNote();
  for (const button of moves.children) button.setAttribute("aria-disabled", "true");
}

function stop() {
  isMoving = false;
  for (const button of moves.children) button.removeAttribute("aria-disabled");
}

function tell(by, sent) {
  const date = now();
  const when = `${longDay(date, language())}, ${clockTime(date, language())}`;
  if (!sent) {
    note.replaceChildren(by === "next" ? words().nothingPlanned : words().nobodyWritten(when));
    return;
  }
  const links = [...reached].flatMap((conversation, index) => [index ? ", " : " ", place(conversation)]);
  note.replaceChildren(words().written(when), ...links, ".");
}

function place(conversation) {
  const name = person(conversation)?.name ?? `#${conversation}`;
  const user = person(conversation) ? conversation : state.person.id;
  return h("a", { href: address(user, conversation) }, name);
}
