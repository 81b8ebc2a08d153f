// Who one is, where one writes, in which language and theme; on a phone behind a button.

import { avatar, byId, h, icon, refill } from "./dom.js";
import { address, inChannel, language, state, unreadIn, unreadOf } from "./state.js";
import { words } from "./words.js";

const sidebar = byId("sidebar");
const opener = byId("open-menu");
const narrow = matchMedia("(max-width: 760px)");

export function showSidebar() {
  refill(byId("people"), ...state.people.map(personRow));
  refill(byId("places"), placeRow(state.channel, state.channel, "hash"), placeRow(state.person.id, "Engage", "mark"));
  byId("language").lastElementChild.textContent = words().otherLanguage;
  byId("language").lang = language() === "en" ? "fr" : "en";
  byId("theme").setAttribute("aria-pressed", String(isDark()));
  const elsewhere = state.people.reduce((sum, { id }) => sum + unreadOf(id), 0);
  opener.setAttribute("aria-label", words().openMenu(elsewhere));
  opener.classList.toggle("dotted", elsewhere > 0);
}

function personRow(person) {
  const unread = unreadOf(person.id);
  const input = h("input", {
    type: "radio",
    name: "person",
    value: person.id,
    checked: person.id === state.person.id,
    "data-key": person.id,
    on: {
      change: () => (location.hash = address(person.id, inChannel() ? state.channel : person.id)),
      click: (event) => event.detail && closeMenu(), // by arrow keys one goes on choosing
    },
  });
  return h("label", { class: "person", "data-who": person.id },
    input,
    avatar(person),
    h("span", { class: "who" }, h("b", {}, person.name), h("span", {}, person.role[language()])),
    badge(unread));
}

function placeRow(conversation, name, mark) {
  const isOpen = conversation === state.conversation;
  const unread = unreadIn(state.person.id, conversation);
  return h("li", {},
    h("a", {
      href: address(state.person.id, conversation),
      "aria-current": isOpen ? "page" : null,
      "data-key": conversation === state.channel ? "channel" : "direct",
      class: unread ? "unread" : "",
      on: { click: closeMenu },
    }, icon(mark), h("span", {}, name), badge(unread)));
}

function badge(unread) {
  if (!unread) return null;
  return h("span", { class: "badge" },
    h("span", { "aria-hidden": "true" }, unread > 99 ? "99+" : String(unread)),
    h("span", { class: "unseen" }, `, ${words().unread(unread)}`));
}

const systemDark = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => (document.documentElement.dataset.theme ?? (systemDark.matches ? "dark" : "light")) === "dark";

function toggleTheme() {
  const theme = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  localStorage.setItem("engage-theme", theme);
  byId("theme").setAttribute("aria-pressed", String(isDark()));
}

function openMenu() {
  setMenu(true);
  byId("close-menu").focus();
}

export function closeMenu() {
  const wasOpen = narrow.matches && opener.getAttribute("aria-expanded") === "true";
  setMenu(false);
  if (wasOpen) opener.focus();
}

function setMenu(open) {
  opener.setAttribute("aria-expanded", String(open));
  sidebar.classList.toggle("open", open);
  byId("veil").hidden = !open;
  sidebar.inert = narrow.matches && !open;
  byId("main").inert = narrow.matches && open;
}

/** `chooseLanguage(language)` is called with the other language. */
export function startSidebar(chooseLanguage) {
  setMenu(false);
  narrow.addEventListener("change", () => setMenu(false));
  systemDark.addEventListener("change", () => byId("theme").setAttribute("aria-pressed", String(isDark())));
  opener.addEventListener("click", openMenu);
  byId("close-menu").addEventListener("click", closeMenu);
  byId("veil").addEventListener("click", closeMenu);
  sidebar.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeMenu();
  });
  byId("theme").addEventListener("click", toggleTheme);
  byId("language").addEventListener("click", () => chooseLanguage(language() === "en" ? "fr" : "en"));
}
