// The list of suggestions above the composer: a combobox's listbox. The focus stays where one writes.

import { avatar, byId, h } from "./dom.js";
import { suggest } from "./suggest.js";
import { words } from "./words.js";

const list = byId("completion");

/** `writing` has `element`, `before()` (the caret) and `complete(from, text)`; `announce` is for who listens. */
export class Completion {
  #writing;
  #announce;
  #found = [];
  #active = -1;

  constructor(writing, announce) {
    this.#writing = writing;
    this.#announce = announce;
  }

  update() {
    this.#show(suggest(this.#writing.before()));
  }

  close() {
    this.#show([]);
  }

  /** Handle a key; true if it was meant for the list. Enter without a chosen suggestion sends. */
  key(event) {
    if (!this.#found.length) return false;
    if (event.key === "ArrowDown") this.#move(1);
    else if (event.key === "ArrowUp") this.#move(-1);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Tab" && !event.shiftKey) this.#accept(Math.max(this.#active, 0));
    else if (event.key === "Enter" && this.#active >= 0) this.#accept(this.#active);
    else return false;
    return true;
  }

  #show(found) {
    const isOther = found.length !== this.#found.length;
    this.#found = found;
    this.#active = -1;
    list.replaceChildren(...found.map((suggestion, index) => this.#option(suggestion, index)));
    list.hidden = !found.length;
    list.scrollTop = 0;
    this.#writing.element.setAttribute("aria-expanded", String(found.length > 0));
    this.#writing.element.removeAttribute("aria-activedescendant");
    if (isOther && found.length) this.#announce(words().suggested(found.length));
  }

  #option({ person, name, rest, help }, index) {
    return h("li", {
      id: `suggestion-${index}`,
      role: "option",
      "aria-selected": "false",
      on: { mousedown: (event) => event.preventDefault(), click: () => this.#accept(index) },
    },
      person ? avatar(person, "small") : null,
      h("span", { class: "fill" }, name, rest ? h("i", {}, ` ${rest}`) : null), " ",
      h("span", { class: "help" }, help));
  }

  #move(step) {
    const count = this.#found.length;
    this.#active = this.#active < 0 && step < 0 ? count - 1 : (this.#active + step + count) % count;
    [...list.children].forEach((option, index) => {
      option.setAttribute("aria-selected", String(index === this.#active));
    });
    list.children[this.#active].scrollIntoView({ block: "nearest" });
    this.#writing.element.setAttribute("aria-activedescendant", `suggestion-${this.#active}`);
  }

  #accept(index) {
    const { from, fill } = this.#found[index];
    this.close();
    this.#writing.complete(from, fill);
  }
}
