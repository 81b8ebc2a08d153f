// A card of Engage: its elements in order, each from plain data.

import { h, icon } from "./dom.js";
import { words } from "./words.js";

const LONG = 700;

const ELEMENTS = {
  paragraph: ({ text }) => [long(text, "p", "paragraph")],
  quote: ({ text, language }) => [long(text, "blockquote", "quote", language)],
  small: ({ text }) => [h("p", { class: "small", dir: "auto" }, text)],
  fields: ({ rows }) => [
    h("dl", { class: "fields" }, rows.map(([label, value]) =>
      h("div", {}, h("dt", {}, label), h("dd", { dir: "auto" }, long(value, "span", "value"))))),
  ],
  item: ({ title, detail, buttons, menu }, act) => [
    h("div", { class: "item" },
      h("p", { class: "item-title", dir: "auto" }, title),
      detail ? h("p", { class: "item-detail", dir: "auto" }, detail) : null,
      buttons.length ? row(buttons, menu, act) : null),
  ],
  commands: ({ rows }, act) => [
    h("ul", { class: "commands" }, rows.map(([command, help]) =>
      h("li", {}, h("div", { class: "alternatives" }, commandButtons(command, act)), h("span", {}, help)))),
  ],
  actions: ({ buttons, menu }, act) => [row(buttons, menu, act)],
};

/** Make the element of a card: its buttons call `act.press(payload)` and `act.write(command)`; `act.id` is its message's. */
export function cardElement(card, act) {
  const mark = card.tone === "plain" ? null : icon(card.tone);
  return h("article", { class: `card tone-${card.tone}`, lang: card.language },
    h("h2", { class: "card-title", dir: "auto" }, mark, h("span", {}, card.title)),
    grouped(card.elements).flatMap((element) => ELEMENTS[element.kind](element, act)));
}

/** Return the card as text, for those who hear it. */
export function cardText(card) {
  const lines = card.elements.flatMap((element) => {
    if (element.rows) return element.rows.map(([label, value]) => `${label}, ${value}`);
    return [element.title, element.detail, element.text].filter(Boolean);
  });
  return [card.title, ...lines].join("\n").slice(0, 400);
}

/** A row may show several commands, as `list overdue · list @sam`; each is written by its own button. */
function commandButtons(commands, act) {
  return commands.split(" · ").map((command) =>
    h("button", {
      type: "button",
      class: "command",
      "data-key": `${act.id} ${command}`,
      on: { click: () => act.write(command) },
    }, h("code", {}, commandText(command))));
}

/** Buttons that follow each other stand in one row. */
function grouped(elements) {
  const out = [];
  for (const element of elements) {
    const last = out.at(-1);
    if (element.kind === "actions" && last?.kind === "actions") {
      const [buttons, menu] = [[...last.buttons, ...element.buttons], [...last.menu, ...element.menu]];
      out[out.length - 1] = { ...last, buttons, menu };
    } else out.push(element);
  }
  return out;
}

/** Buttons in a row; those of the menu unfold behind them. */
function row(buttons, menu, act) {
  const made = buttons.map((button) => buttonElement(button, act));
  if (menu.length) {
    made.push(h("details", { class: "more-buttons" },
      h("summary", { class: "button plain" }, words().moreActions),
      h("div", { class: "buttons" }, menu.map((button) => buttonElement(button, act)))));
  }
  return h("div", { class: "buttons" }, made);
}

function buttonElement(button, act) {
  const made = h("button", {
    type: "button",
    class: `button ${button.style}`,
    "aria-label": button.name,
    "data-key": `${act.id} ${JSON.stringify(button.payload)}`,
  }, button.label);
  made.addEventListener("click", async () => {
    if (made.getAttribute("aria-disabled")) return;
    made.setAttribute("aria-disabled", "true");
    await act.press(button.payload);
    made.removeAttribute("aria-disabled");
  });
  return made;
}

/** A command reads more easily when `/engage` stands out. */
export function commandText(text) {
  const [, slash, rest] = /^(\/engage\b)(.*)$/is.exec(text) ?? [];
  return slash ? [h("span", { class: "slash" }, slash), rest] : [text];
}

/** Text of any length: a long one is folded, with a button that shows it all. `language` is its own, if known. */
export function long(text, tag, name, language = null) {
  const body = h(tag, { class: `words ${name}`, dir: "auto" }, commandText(text));
  if (language) body.lang = language;
  if (text.length <= LONG && text.split("\n").length < 14) return body;
  body.classList.add("folded");
  const toggle = h("button", { type: "button", class: "unfold", "aria-expanded": "false" }, words().more);
  toggle.addEventListener("click", () => {
    const isFolded = body.classList.toggle("folded");
    toggle.setAttribute("aria-expanded", String(!isFolded));
    toggle.textContent = isFolded ? words().more : words().less;
  });
  return h("div", { class: "long" }, body, toggle);
}
