// Virtual time, as each language writes it.

let ahead = 0;
let zone = "UTC";
const formats = new Map();

export function setZone(name) {
  zone = name;
  formats.clear();
}

/** Take the server's present; from here on it runs with the machine's time. */
export function setNow(moment) {
  ahead = Date.parse(moment) - Date.now();
}

export const now = () => new Date(Date.now() + ahead);

function format(language, options) {
  const key = language + JSON.stringify(options);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(`${language}-CA`, { timeZone: zone, ...options }));
  }
  return formats.get(key);
}

export const clockTime = (date, language) =>
  format(language, { hour: "numeric", minute: "2-digit" }).format(date);

export const longDay = (date, language) =>
  format(language, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(date);

export const shortDay = (date, language) =>
  format(language, { weekday: "short", day: "numeric", month: "short" }).format(date);

export const dayKey = (date) => format("en", { dateStyle: "short" }).format(date);
