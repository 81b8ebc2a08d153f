// Where one writes: a text box that grows, sends with Enter, and completes commands and names.

import { byId, avatar } from "./dom.js";
import { eventId } from "./api.js";
import { Completion } from "./completion.js";
import { inChannel, state } from "./state.js";
import { words } from "./words.js";

const element = byId("writing");
let failed = null;

const text = () => element.innerText.replace(/\n$/, "");

function before() {
  const selection = getSelection();
  if (!selection.rangeCount || !element.contains(selection.anchorNode)) return text();
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(selection.focusNode, selection.focusOffset);
  return range.toString();
}

function putCaret(offset) {
  const node = element.firstChild;
  const range = document.createRange();
  if (node) range.setStart(node, Math.min(offset, node.length));
  else range.setStart(element, 0);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

/** Write `value` into the box, with the caret at its end, or at `caret`. */
export function write(value, caret = value.length) {
  element.textContent = value;
  element.focus();
  putCaret(caret);
  element.scrollTop = element.scrollHeight;
}

function complete(from, fill) {
  const typed = text();
  const rest = typed.slice(before().length);
  write(typed.slice(0, from) + fill + rest, from + fill.length);
}

/** `send(text, event)` resolves once it is shown; if it fails, the text comes back with the same event. */
export function startComposer(send, announce) {
  const suggestions = new Completion({ element, before, complete }, announce);

  async function submit() {
    const said = text().trim();
    if (!said) return;
    const event = failed?.said === said ? failed.event : eventId();
    element.textContent = "";
    suggestions.close();
    try {
      await send(said, event);
      failed = null;
    } catch {
      failed = { said, event };
      if (!text()) write(said);
    }
  }

  element.addEventListener("input", () => {
    if (!text()) element.textContent = "";
    suggestions.update();
  });
  element.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (suggestions.key(event)) event.preventDefault();
    else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    }
  });
  element.addEventListener("blur", () => suggestions.close());
  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
    element.focus();
  });
}

/** Say as whom and where one writes. */
export function labelComposer() {
  const said = words();
  const place = inChannel() ? `#${state.channel}` : "Engage";
  element.setAttribute("aria-label", said.writeIn(place, state.person.name));
  element.dataset.placeholder = inChannel() ? said.placeholderChannel : said.placeholderDirect;
  byId("my-avatar").replaceWith(Object.assign(avatar(state.person), { id: "my-avatar" }));
}

export const focusComposer = () => element.focus();
