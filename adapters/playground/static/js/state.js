// What the page knows. Only `main.js` changes it.

export const state = {
  people: [],
  channel: "",
  unread: {},
  person: null,
  conversation: "",
  messages: new Map(),
  more: false,
};

export const person = (id) => state.people.find((candidate) => candidate.id === id) ?? null;

export const language = () => state.person?.language ?? "en";

export const inChannel = () => state.conversation === state.channel;

export const isSeen = (message) =>
  message.conversation === state.conversation && (message.only === null || message.only === state.person.id);

export const unreadIn = (user, conversation) => {
  const isOpen = user === state.person?.id && conversation === state.conversation;
  return isOpen && document.visibilityState === "visible" ? 0 : state.unread[user]?.[conversation] ?? 0;
};

export const unreadOf = (user) => unreadIn(user, state.channel) + unreadIn(user, user);

/** Read who and where from the address: `#ana/engagement`. Null if it names nobody. */
export function routeOf(hash) {
  const [user, conversation] = hash.replace(/^#/, "").split("/");
  const found = person(user);
  if (!found) return null;
  return { person: found, conversation: conversation === user ? user : state.channel };
}

export const address = (user, conversation) => `#${user}/${conversation}`;
