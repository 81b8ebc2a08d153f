// The conversation that is open: its messages by day, oldest first.

import { cardElement, cardText, commandText, long } from "./card.js";
import { avatar, byId, h, icon, refill } from "./dom.js";
import { examples } from "./commands.js";
import { language, person, state } from "./state.js";
import { clockTime, dayKey, longDay } from "./time.js";
import { words } from "./words.js";

const list = byId("messages");
const scroll = byId("scroll");
const GROUPED_WITHIN = 5 * 60 * 1000;

export const isAtEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;

let isPinned = true;
let lastShown = null;
scroll.addEventListener("scroll", () => {
  isPinned = isAtEnd();
  if (isPinned) byId("jump").hidden = true;
});
new ResizeObserver(() => isPinned && toEnd()).observe(scroll);

/** Show the latest message: its end, or its beginning if it is taller than what can be seen. */
export function toEnd() {
  const last = list.lastElementChild;
  scroll.scrollTop = scroll.scrollHeight;
  if (last?.offsetHeight > scroll.clientHeight) {
    scroll.scrollTop += last.getBoundingClientRect().top - scroll.getBoundingClientRect().top;
  }
  byId("jump").hidden = true;
}

/** Show all messages anew. `act.press(message, payload)`, `act.write(text)`. */
export function showMessages(act) {
  lastShown = null;
  refill(list, ...[...state.messages.values()].flatMap((message) => next(message, act)));
  byId("earlier").hidden = !state.more;
  showEmpty(act);
}

/** Return what follows the last message: this one, after a line for its day if that is another. */
function next(message, act) {
  const isSameDay = lastShown && dayKey(new Date(lastShown.at)) === dayKey(new Date(message.at));
  const item = messageItem(message, isSameDay ? lastShown : null, act);
  lastShown = message;
  return isSameDay ? [item] : [dayLine(message), item];
}

/** Show one message that is new or has changed, where it belongs. */
export function showMessage(message, act) {
  const shown = list.querySelector(`[data-id="${message.id}"]`);
  if (!shown) {
    list.append(...next(message, act));
    return showEmpty(act);
  }
  const hadFocus = shown.contains(document.activeElement);
  const item = messageItem(message, shown.classList.contains("continued") ? message : null, act);
  shown.replaceWith(item);
  if (hadFocus) (item.querySelector("button") ?? item).focus();
}

/** Return what a screen reader says of a message. */
export function spoken(message) {
  const said = message.card ? cardText(message.card) : message.text;
  return `${nameOf(message)}: ${said}`;
}

const nameOf = (message) => (message.sender === null ? "Engage" : person(message.sender)?.name ?? message.sender);

function dayLine(message) {
  const date = new Date(message.at);
  return h("li", { class: "day" }, h("time", { datetime: message.at }, longDay(date, language())));
}

function messageItem(message, previous, act) {
  const continued = previous && previous.sender === message.sender && previous.only === message.only &&
    Date.parse(message.at) - Date.parse(previous.at) < GROUPED_WITHIN && !message.card;
  const time = clockTime(new Date(message.at), language());
  const isPrivate = message.only !== null;
  const name = nameOf(message);
  return h("li", {
    class: `message ${continued ? "continued" : ""} ${isPrivate ? "private" : ""}`,
    "data-id": message.id,
    tabindex: "-1",
  },
    continued ? h("span", { class: "gutter" }) : avatar(person(message.sender)),
    h("div", { class: "body" },
      h("p", { class: continued ? "by unseen" : "by" },
        h("b", { class: "name" }, name), " ",
        message.sender === null ? h("span", { class: "app-tag" }, words().app) : null, " ",
        h("time", { datetime: message.at }, time),
        isPrivate ? h("span", { class: "only-you" }, icon("eye"), words().onlyYou) : null),
      message.card
        ? cardElement(message.card, {
          id: message.id,
          write: act.write,
          press: (payload) => act.press(message, payload),
        })
        : long(message.text, "p", "said")));
}

function showEmpty(act) {
  const empty = byId("empty");
  empty.hidden = state.messages.size > 0;
  if (empty.hidden) return empty.replaceChildren();
  const text = words();
  empty.replaceChildren(
    avatar(null, "large"),
    h("h2", {}, text.emptyTitle),
    h("p", {}, text.emptyText),
    h("ul", {}, examples().map((example) =>
      h("li", {}, h("button", {
        type: "button",
        class: "example",
        on: { click: () => act.write(example) },
      }, h("span", { class: "unseen" }, text.tryIt), commandText(example))))));
}
