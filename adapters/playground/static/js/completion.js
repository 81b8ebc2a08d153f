// The list of suggestions above the composer: a combobox's listbox. The focus stays where one writes.

import { avatar, byId, h } from "./dom.js";
import { suggest } from "./suggest.js";
import { words } from "./words.js";

const list = byId("completion");

/** `writing` has value before the caret, `complete(from, text)`; `announce` speaks to screen readers. */
export function completion(writing, announce) {
  let found = [];
  let active = -1;

  function show(suggestions) {
    const changed = suggestions.length !== found.length;
    found = suggestions;
    active = -1;
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    list.scrollTop = 0;
    writing.element.setAttribute("aria-expanded", String(found.length > 0));
    writing.element.removeAttribute("aria-activedescendant");
    if (changed && found.length) announce(words().suggested(found.length));
  }

  function option(suggestion, index) {
    return h(
      "li",
      {
        id: `suggestion-${index}`,
        role: "option",
        "aria-selected": "false",
        on: {
          mousedown: (event) => event.preventDefault(),
          click: () => accept(index),
        },
      },
      suggestion.person ? avatar(suggestion.person, "small") : null,
      h("span", { class: "fill" }, suggestion.name, suggestion.rest ? h("i", {}, ` ${suggestion.rest}`) : null),
      " ",
      h("span", { class: "help" }, suggestion.help),
    );
  }

  function move(step) {
    const count = found.length;
    active = active < 0 && step < 0 ? count - 1 : (active + step + count) % count;
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === active)));
    list.children[active].scrollIntoView({ block: "nearest" });
    writing.element.setAttribute("aria-activedescendant", `suggestion-${active}`);
  }

  function accept(index) {
    const { from, fill } = found[index];
    show([]);
    writing.complete(from, fill);
  }

  return {
    update: () => show(suggest(writing.before())),
    close: () => show([]),
    /** Handle a key; true if it was meant for the list. Enter without a chosen suggestion sends. */
    key(event) {
      if (!found.length) return false;
      if (event.key === "ArrowDown") move(1);
      else if (event.key === "ArrowUp") move(-1);
      else if (event.key === "Escape") show([]);
      else if (event.key === "Tab" && !event.shiftKey) accept(Math.max(active, 0));
      else if (event.key === "Enter" && active >= 0) accept(active);
      else return false;
      return true;
    },
  };
}
