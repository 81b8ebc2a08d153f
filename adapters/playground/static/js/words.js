// What the page itself says. \u00a0 is French's space before : ; ? ! and inside « »; it also keeps words together.

import { language } from "./state.js";

const EN = {
  skip: "Skip to writing",
  sidebar: "People and conversations",
  playground: "playground",
  youAre: "You are",
  conversations: "Conversations",
  otherLanguage: "Français",
  dark: "Dark theme",
  openMenu: (unread) => (unread ? `People and conversations, ${EN.unread(unread)}` : "People and conversations"),
  closeMenu: "Close",
  unread: (count) => (count === 1 ? "1 unread message" : `${count} unread messages`),
  channelNote: (who) => `You are ${who} · everyone\u00a0is\u00a0here`,
  directNote: (who) => `You are ${who} · private`,
  clock: "Clock",
  hour: "+1 hour",
  hourLong: "+1 hour: move the clock forward",
  day: "+1 day",
  dayLong: "+1 day: move the clock forward",
  next: "Next reminder",
  nobodyWritten: (when) => `${when} · Engage had nothing to say.`,
  nothingPlanned: "No reminder is planned.",
  written: (when) => `${when} · Engage wrote to`,
  earlier: "Show earlier messages",
  newBelow: "New messages",
  app: "app",
  onlyYou: "Only visible to you",
  more: "Show all",
  moreActions: "More…",
  less: "Show less",
  writeIn: (place, who) => `Write in ${place} as ${who}`,
  placeholderChannel: "Type /engage, or write to everyone",
  placeholderDirect: "Write to Engage",
  send: "Send",
  hint: "Enter sends, Shift + Enter begins a new line. Type / for the commands.",
  suggestions: "Suggestions",
  suggested: (count) => (count === 1 ? "1 suggestion" : `${count} suggestions`),
  choose: "Choose…",
  required: "(required)",
  dismiss: "Dismiss",
  emptyTitle: "Nothing has been said here yet",
  emptyText: "Record what you promised to someone, then move the clock: Engage reminds you until it is closed or escalated. Try one of these.",
  tryIt: "Write: ",
  problems: {
    "unknown-command": "There is one command here: /engage. Type / to see what it can do.",
    "too-large": "This message is too long. Please shorten it.",
    "not-ready": "Engage is starting or stopping. Please try again in a moment.",
    unreachable: "Engage cannot be reached. Is it still running? What you wrote is kept here.",
    "bad-request": "Engage did not understand the page. Reload it and try again.",
    failed: "Engage could not do this, and nothing was changed. Its log says why.",
  },
};

const FR = {
  skip: "Aller à la zone d’écriture",
  sidebar: "Personnes et conversations",
  playground: "bac à sable",
  youAre: "Vous êtes",
  conversations: "Conversations",
  otherLanguage: "English",
  dark: "Thème sombre",
  openMenu: (unread) => (unread ? `Personnes et conversations, ${FR.unread(unread)}` : "Personnes et conversations"),
  closeMenu: "Fermer",
  unread: (count) => (count === 1 ? "1 message non lu" : `${count} messages non lus`),
  channelNote: (who) => `Vous êtes ${who} · tout\u00a0le\u00a0monde\u00a0est\u00a0ici`,
  directNote: (who) => `Vous êtes ${who} · privé`,
  clock: "Horloge",
  hour: "+1\u00a0heure",
  hourLong: "+1\u00a0heure\u00a0: avancer l’horloge",
  day: "+1\u00a0jour",
  dayLong: "+1\u00a0jour\u00a0: avancer l’horloge",
  next: "Prochain rappel",
  nobodyWritten: (when) => `${when} · Engage n’avait rien à dire.`,
  nothingPlanned: "Aucun rappel n’est prévu.",
  written: (when) => `${when} · Engage a écrit à`,
  earlier: "Afficher les messages précédents",
  newBelow: "Nouveaux messages",
  app: "appli",
  onlyYou: "Visible par vous seulement",
  more: "Tout afficher",
  moreActions: "Autres actions…",
  less: "Réduire",
  writeIn: (place, who) => `Écrire dans ${place} en tant que ${who}`,
  placeholderChannel: "Tapez /engage, ou un message",
  placeholderDirect: "Écrivez à Engage",
  send: "Envoyer",
  hint: "Entrée envoie, Maj + Entrée commence une nouvelle ligne. Tapez / pour voir les commandes.",
  suggestions: "Suggestions",
  suggested: (count) => (count === 1 ? "1 suggestion" : `${count} suggestions`),
  choose: "Choisir…",
  required: "(obligatoire)",
  dismiss: "Fermer",
  emptyTitle: "Rien n’a encore été dit ici",
  emptyText: "Consignez ce que vous avez promis à quelqu’un, puis avancez l’horloge\u00a0: Engage vous le rappelle jusqu’à ce que l’engagement soit clos ou transmis. Essayez l’une de ces commandes.",
  tryIt: "Écrire\u00a0: ",
  problems: {
    "unknown-command": "Il n’y a qu’une commande ici\u00a0: /engage. Tapez / pour voir ce qu’elle peut faire.",
    "too-large": "Ce message est trop long. Veuillez le raccourcir.",
    "not-ready": "Engage démarre ou s’arrête. Veuillez réessayer dans un instant.",
    unreachable: "Engage ne répond pas. Est-il toujours en marche\u00a0? Ce que vous avez écrit est conservé ici.",
    "bad-request": "Engage n’a pas compris la page. Rechargez-la et réessayez.",
    failed: "Engage n’a pas pu le faire, et rien n’a été modifié. Son journal dit pourquoi.",
  },
};

const WORDS = { en: EN, fr: FR };

export const words = () => WORDS[language()];

export const problem = (code) => words().problems[code] ?? words().problems.failed;

/** Write the page's own words where `data-word` and `data-label` ask for them. */
export function relabel(root = document) {
  const said = words();
  for (const element of root.querySelectorAll("[data-word]")) element.textContent = said[element.dataset.word];
  for (const element of root.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", said[element.dataset.label]);
  }
}
