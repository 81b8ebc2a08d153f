// What to suggest for what is typed before the caret. Pure.

import { commands } from "./commands.js";
import { state } from "./state.js";

const folded = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("\u00a0", " ").replace(/ +/g, " ").toLowerCase();

/** Return suggestions: `from` is where `fill` goes, `name` what it is, `rest` what to add, `help` why. */
export function suggest(before) {
  if (/^\//.test(before)) {
    const found = suggestCommands(before);
    if (found.length) return found;
  }
  return suggestPeople(before);
}

function suggestCommands(before) {
  const typed = folded(before);
  const [, query] = /^\/engage (.*)$/s.exec(typed) ?? [];
  return commands()
    .filter(({ fill, help }) => {
      const whole = folded(fill);
      if (whole.startsWith(typed)) return true;
      return query && query.length > 1 && !typed.startsWith(whole) && matches(help, query);
    })
    .map((command) => ({ ...command, from: 0, name: command.fill.trim() }));
}

/** Say whether each word of the query begins a word of the help: "remind" finds "Be reminded later". */
function matches(help, query) {
  const known = folded(help).split(/[^\p{L}]+/u);
  return query.trim().split(" ").every((word) => known.some((candidate) => candidate.startsWith(word)));
}

function suggestPeople(before) {
  const [, , typed] = /(^|[\s(])@([\p{L}.-]*)$/u.exec(before) ?? [];
  if (typed === undefined) return [];
  const query = folded(typed);
  return state.people
    .filter((person) => folded(`${person.id} ${person.name}`).split(" ").some((part) => part.startsWith(query)))
    .map((person) => ({
      from: before.length - typed.length - 1,
      fill: `@${person.id} `,
      name: `@${person.id}`,
      rest: "",
      help: person.name,
      person,
    }));
}
