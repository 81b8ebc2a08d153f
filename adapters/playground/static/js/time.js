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

/** 9:00 a.m.; 9 h, 9 h 30. */
export function clockTime(date, language) {
  const clock = format(language, { hour: "numeric", minute: "2-digit" });
  if (language !== "fr") return clock.format(date);
  const { hour, minute } = Object.fromEntries(clock.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${Number(hour)}\u00a0h${minute === "00" ? "" : `\u00a0${minute}`}`;
}

export const longDay = (date, language) =>
  day(date, language, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

export const shortDay = (date, language) =>
  day(date, language, { weekday: "short", day: "numeric", month: "short" });

/** French counts the first of a month: 1er. */
function day(date, language, options) {
  return format(language, options).formatToParts(date)
    .map(({ type, value }) => (type === "day" && value === "1" && language === "fr" ? "1er" : value))
    .join("");
}

export const dayKey = (date) => format("en", { dateStyle: "short" }).format(date);
