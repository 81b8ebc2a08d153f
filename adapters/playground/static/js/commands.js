// The commands that the page suggests while one is typed, and the examples of an empty conversation.
// `fill` is typed for the person, `rest` shows what they add.

import { language } from "./state.js";

const EN = [
  ["/engage promise ", "who (organization): what by when", "Record a promise"],
  ["/engage heard ", "who: what they told us", "Record an insight"],
  ["/engage", "", "Open the form"],
  ["/engage mine", "", "Your promises"],
  ["/engage list ", "overdue | @person", "List promises"],
  ["/engage find ", "words", "Search promises and insights"],
  ["/engage show ", "number", "Show one"],
  ["/engage done ", "number [note]", "Close as kept"],
  ["/engage close ", "number outcome: reason", "Close with another outcome"],
  ["/engage told ", "number by email", "The stakeholder was told"],
  ["/engage draft ", "number", "Draft a message to the stakeholder"],
  ["/engage snooze ", "number until [day]", "Be reminded later"],
  ["/engage move ", "number to [date] because [reason]", "Renegotiate the due date"],
  ["/engage give ", "number to @person", "Make someone else responsible"],
  ["/engage escalate ", "number to @person: question", "Ask for a decision"],
  ["/engage return ", "number: note", "Bring it back to its owner"],
  ["/engage reopen ", "number", "Open a closed promise again"],
  ["/engage history ", "number", "All that happened to it"],
  ["/engage summary", "", "Where promises stand"],
  ["/engage away ", "until [day]", "No reminders while you are on leave"],
  ["/engage back", "", "You are back early"],
  ["/engage undo", "", "Take back the last thing that you did"],
  ["/engage settings", "", "Your language, time zone and hours"],
  ["/engage help", "", "All commands, with examples"],
];

const FR = [
  ["/engage engagement ", "qui (organisation)\u00a0: quoi d’ici quand", "Consigner un engagement"],
  ["/engage entendu ", "qui\u00a0: ce qu’on nous a dit", "Consigner une observation"],
  ["/engage", "", "Ouvrir le formulaire"],
  ["/engage mes engagements", "", "Vos engagements"],
  ["/engage liste ", "en retard | @personne", "Afficher une liste"],
  ["/engage trouver ", "mots", "Chercher engagements et observations"],
  ["/engage voir ", "numéro", "En afficher un"],
  ["/engage fait ", "numéro [note]", "Clore comme tenu"],
  ["/engage clore ", "numéro résultat\u00a0: raison", "Clore avec un autre résultat"],
  ["/engage informé ", "numéro par courriel", "La partie prenante est informée"],
  ["/engage ébauche ", "numéro", "Ébauche de message à la partie prenante"],
  ["/engage reporter ", "numéro jusqu’à [jour]", "Recevoir un rappel plus tard"],
  ["/engage déplacer ", "numéro au [date] parce que [raison]", "Renégocier l’échéance"],
  ["/engage confier ", "numéro à @personne", "Changer de responsable"],
  ["/engage transmettre ", "numéro à @personne\u00a0: question", "Demander une décision"],
  ["/engage retourner ", "numéro\u00a0: note", "Le rendre à la personne responsable"],
  ["/engage rouvrir ", "numéro", "Rouvrir un engagement clos"],
  ["/engage historique ", "numéro", "Tout ce qui lui est arrivé"],
  ["/engage bilan", "", "Où en sont les engagements"],
  ["/engage en congé ", "jusqu’au [jour]", "Aucun rappel pendant votre congé"],
  ["/engage de retour", "", "Vous revenez plus tôt"],
  ["/engage annuler", "", "Annuler votre dernière action"],
  ["/engage paramètres", "", "Votre langue, votre fuseau et vos heures"],
  ["/engage aide", "", "Toutes les commandes, avec des exemples"],
];

const EXAMPLES = {
  en: [
    "/engage promise Maria Chen (OpenNorth): send the consultation report by Friday 3pm",
    "/engage heard Amir Haddad: the bus map would be more useful with stop names",
    "/engage mine",
  ],
  fr: [
    "/engage engagement Luc Tremblay (Ville de Gatineau)\u00a0: envoyer le jeu de données d’ici vendredi 15\u00a0h",
    "/engage entendu Amir Haddad\u00a0: la carte d’autobus serait plus utile avec le nom des arrêts",
    "/engage mes engagements",
  ],
};

export const commands = () =>
  (language() === "fr" ? FR : EN).map(([fill, rest, help]) => ({ fill, rest, help }));

export const examples = () => EXAMPLES[language()];
