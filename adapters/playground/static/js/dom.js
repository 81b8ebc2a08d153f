// Elements from plain data. Text only ever becomes a text node.

const SVG = "http://www.w3.org/2000/svg";

export const byId = (id) => document.getElementById(id);

/** Make an element: `on` are listeners, other properties attributes; null, false and "" are left out, but a `value` may be empty. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false && (value !== "" || name === "value")) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

export function avatar(person, extra = "") {
  if (person === null) return h("span", { class: `avatar engage ${extra}`, "aria-hidden": "true" }, icon("mark"));
  const initials = person.name.split(/\s+/).map((part) => part[0]).join("").slice(0, 2);
  return h("span", { class: `avatar ${extra}`, "data-who": person.id, "aria-hidden": "true" }, initials);
}

/** Fill `container` anew; what had the focus there keeps it, recognised by its `data-key`. */
export function refill(container, ...children) {
  const active = document.activeElement;
  const key = container.contains(active) ? active.dataset.key : undefined;
  container.replaceChildren(...children);
  if (key) container.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}
