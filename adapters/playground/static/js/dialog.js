// A form of Engage, in a modal dialog that stays open until it is sent without errors or cancelled.

import { eventId } from "./api.js";
import { byId, h, icon } from "./dom.js";
import { state } from "./state.js";
import { problem, words } from "./words.js";

const dialog = byId("dialog");
let afterwards = () => {};

dialog.addEventListener("close", () => {
  dialog.replaceChildren();
  afterwards();
});

/** Open `form`. `send(form, values, event)` resolves to the form again, with errors, or to null when done. */
export function openForm(form, send, closed) {
  afterwards = closed;
  fill(form, {}, send);
  if (!dialog.open) dialog.showModal();
  firstToFill()?.focus();
}

export const closeForm = () => dialog.open && dialog.close();

const firstToFill = () => dialog.querySelector("[aria-invalid]") ?? dialog.querySelector("input, select, textarea");

function fill(form, sent, send) {
  const event = eventId();
  const submit = h("button", { class: "button primary", type: "submit" }, form.submit);
  const alert = h("p", { class: "form-error", role: "alert" }, form.error ? wrong(form.error) : null);
  const body = h("form", { novalidate: true, lang: form.language, on: { submit: sendIt } },
    h("header", {},
      h("h2", { id: "dialog-title", dir: "auto" }, form.title),
      h("button", { class: "quiet", type: "button", "aria-label": form.cancel, on: { click: closeForm } }, icon("close"))),
    h("div", { class: "inputs" },
      alert,
      form.inputs.map((input) => field(input, input.value || sent[input.key] || ""))),
    h("footer", {},
      h("button", { class: "button plain", type: "button", on: { click: closeForm } }, form.cancel),
      submit));
  dialog.replaceChildren(body);

  async function sendIt(submitted) {
    submitted.preventDefault();
    if (submit.getAttribute("aria-disabled")) return;
    submit.setAttribute("aria-disabled", "true");
    const values = Object.fromEntries(form.inputs.map(({ key }) => [key, control(key).value]));
    try {
      const again = await send(form, values, event);
      if (!again) return closeForm();
      fill(again, values, send);
      firstToFill()?.focus();
    } catch (error) {
      alert.replaceChildren(...wrong(problem(error.code)));
      submit.removeAttribute("aria-disabled");
    }
  }
}

const wrong = (text) => [icon("refused"), text];

const control = (key) => byId(`input-${key}`);

function field(input, value) {
  const id = `input-${input.key}`;
  const described = [input.hint && `${id}-hint`, input.error && `${id}-error`].filter(Boolean).join(" ");
  const attributes = {
    id,
    name: input.key,
    "aria-describedby": described,
    "aria-invalid": input.error ? "true" : null,
    "aria-required": input.required ? "true" : null,
    autocomplete: "off",
  };
  return h("div", { class: input.error ? "field wrong" : "field" },
    h("label", { for: id }, input.label,
      input.required ? h("span", { class: "required", "aria-hidden": "true" }, ` ${words().required}`) : null),
    input.hint ? h("p", { class: "field-hint", id: `${id}-hint` }, input.hint) : null,
    CONTROLS[input.type](input, value, attributes),
    input.error ? h("p", { class: "field-error", id: `${id}-error` }, icon("refused"), input.error) : null);
}

const CONTROLS = {
  line: (_input, value, attributes) =>
    Object.assign(h("input", { type: "text", dir: "auto", ...attributes }), { value }),
  text: (_input, value, attributes) =>
    Object.assign(h("textarea", { rows: "4", dir: "auto", ...attributes }), { value }),
  choice: (input, value, attributes) => choice(input.options, value, attributes),
  person: (_input, value, attributes) => {
    const chosen = value && !value.startsWith("@") ? `@${value}` : value;
    const options = state.people.map(({ id, name }) => ({ value: `@${id}`, label: `${name} (@${id})` }));
    return choice(options, chosen, attributes);
  },
};

function choice(options, value, attributes) {
  const known = options.some((option) => option.value === value);
  const blank = value ? { value, label: value } : { value: "", label: words().choose };
  const all = known ? options : [blank, ...options];
  const select = h("select", attributes, all.map((option) => h("option", { value: option.value }, option.label)));
  const chosen = all.findIndex((option) => option.value === value);
  select.selectedIndex = Math.max(chosen, 0);
  return h("span", { class: "select" }, select);
}
