// Begins here: reads the state, follows the server, and lets the parts of the page work together.

import { ask, eventId, follow, read } from "./api.js";
import { clearNote, showClock, startClock } from "./clock.js";
import { focusComposer, labelComposer, startComposer, write } from "./composer.js";
import { closeForm, openForm } from "./dialog.js";
import { byId, h, icon } from "./dom.js";
import { isAtEnd, showMessage, showMessages, spoken, toEnd } from "./messages.js";
import { showSidebar, startSidebar } from "./sidebar.js";
import { inChannel, isSeen, language, routeOf, state } from "./state.js";
import { setNow, setZone } from "./time.js";
import { problem, relabel, words } from "./words.js";

const act = { press, write: writeCommand };
let lastRead = 0;

// What is shown

function showView() {
  const { person } = state;
  document.documentElement.lang = language();
  document.body.dataset.who = person.id;
  relabel();
  const role = `${person.name} (${person.role[language()]})`;
  byId("title").textContent = inChannel() ? `# ${state.channel}` : "Engage";
  byId("subtitle").textContent = inChannel() ? words().channelNote(role) : words().directNote(role);
  document.title = `${inChannel() ? `#${state.channel}` : "Engage"} · ${person.name} · Engage`;
  showSidebar();
  showClock();
  labelComposer();
}

/** Open the conversation of the address; a new person or place closes what belonged to the last one. */
async function openRoute() {
  const route = routeOf(location.hash) ?? { person: state.people[0], conversation: state.channel };
  const isOther = route.person !== state.person || route.conversation !== state.conversation;
  Object.assign(state, route);
  if (isOther) {
    closeForm();
    state.messages = new Map();
    lastRead = 0;
  }
  showView();
  await loadMessages();
}

async function loadMessages() {
  const { person, conversation } = state;
  const { messages, more } = await read("/api/messages", { person: person.id, conversation });
  if (state.person !== person || state.conversation !== conversation) return;
  const pushedMeanwhile = [...state.messages.values()].filter(({ id }) => id > (messages.at(-1)?.id ?? 0));
  state.messages = new Map([...messages, ...pushedMeanwhile].map((message) => [message.id, message]));
  state.more = more;
  showMessages(act);
  toEnd();
  markRead();
}

async function loadEarlier() {
  const [first] = state.messages.keys();
  const query = { person: state.person.id, conversation: state.conversation, before: first };
  const { messages, more } = await read("/api/messages", query);
  state.messages = new Map([...messages.map((message) => [message.id, message]), ...state.messages]);
  state.more = more;
  const scroll = byId("scroll");
  const fromEnd = scroll.scrollHeight - scroll.scrollTop;
  showMessages(act);
  scroll.scrollTop = scroll.scrollHeight - fromEnd;
  scroll.focus();
}

function markRead() {
  const last = [...state.messages.keys()].at(-1) ?? 0;
  if (last <= lastRead || document.visibilityState !== "visible") return;
  lastRead = last;
  ask("/api/read", { person: state.person.id, conversation: state.conversation, upto: last }).catch(() => {});
}

function announce(text) {
  byId("live").replaceChildren(h("p", {}, text));
}

function fail(error) {
  const dismiss = h("button", {
    class: "quiet",
    type: "button",
    "aria-label": words().dismiss,
    on: { click: () => { clearProblem(); focusComposer(); } },
  }, icon("close"));
  byId("problem").replaceChildren(icon("refused"), h("p", {}, problem(error.code)), dismiss);
}

const clearProblem = () => byId("problem").replaceChildren();

// What people do

async function say(text, event) {
  const { person, conversation } = state;
  clearNote();
  await attempt("/api/say", { event, person: person.id, conversation, text }, { conversation, message: null });
  toEnd();
}

async function press(message, payload) {
  const { conversation } = message;
  const body = { event: eventId(), person: state.person.id, message: message.id, payload };
  await attempt("/api/press", body, { conversation, message: message.id }).catch(() => {});
}

/** Ask, and open the form that comes back. Shows and raises what went wrong. */
async function attempt(path, body, from) {
  try {
    const { form } = await ask(path, body);
    clearProblem();
    if (form) openForm(form, (sent, values, event) => submit(from, sent, values, event), afterForm);
  } catch (error) {
    fail(error);
    throw error;
  }
}

async function submit(from, form, values, event) {
  const body = { event, person: state.person.id, ...from, payload: form.payload, values };
  const { form: again } = await ask("/api/submit", body);
  clearProblem();
  return again;
}

function afterForm() {
  if (document.activeElement === document.body) focusComposer();
}

function writeCommand(command) {
  write(/^[/@]/.test(command) || !inChannel() ? command : `/engage ${command}`);
}

async function chooseLanguage(chosen) {
  await ask("/api/language", { person: state.person.id, language: chosen }).catch(fail);
}

// What the server pushes

const pushed = {
  message(message) {
    if (!isSeen(message)) return;
    const isNew = !state.messages.has(message.id);
    const follows = isAtEnd();
    state.messages.set(message.id, message);
    showMessage(message, act);
    if (message.sender !== state.person.id) announce(spoken(message));
    if (follows) toEnd();
    else if (isNew) byId("jump").hidden = false;
    markRead();
  },
  unread({ unread }) {
    state.unread = unread;
    showSidebar();
  },
  clock({ now }) {
    setNow(now);
    showClock();
  },
  language({ person, language: chosen }) {
    state.people = state.people.map((one) => (one.id === person ? { ...one, language: chosen } : one));
    state.person = state.people.find(({ id }) => id === state.person.id);
    showView();
    showMessages(act);
  },
};

async function load() {
  const { people, channel, clock, unread } = await read("/api/state");
  Object.assign(state, { people, channel, unread });
  setZone(clock.zone);
  setNow(clock.now);
  await openRoute();
}

function start() {
  startSidebar(chooseLanguage);
  startClock(fail);
  startComposer(say, announce);
  byId("earlier").addEventListener("click", () => loadEarlier().catch(fail));
  byId("jump").addEventListener("click", () => { toEnd(); focusComposer(); });
  byId("skip").addEventListener("click", (event) => { event.preventDefault(); focusComposer(); });
  document.addEventListener("visibilitychange", markRead);
  addEventListener("hashchange", () => {
    clearProblem();
    openRoute().catch(fail);
  });
  let isLost = false;
  follow(
    pushed,
    () => { load().then(() => { if (isLost) clearProblem(); isLost = false; }).catch(fail); },
    () => { isLost = true; if (state.person) fail({ code: "unreachable" }); },
  );
}

start();
