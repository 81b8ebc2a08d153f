// Draws `window.pictured`: Adaptive Cards, one below the other, much as Teams shows them.
// `window.draw()` returns what is wrong, a line each: what the renderer reports of a card, what it leaves out,
// what Markdown would change, and what does not fit.

import * as AdaptiveCards from "adaptivecards";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import "adaptivecards/dist/adaptivecards.css";
import "./adaptive.css";
import { hostConfig } from "./teams-look.js";

// What Teams gives in addition to 1.5 and the renderer knows of a later version only:
// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker
const OF_TEAMS = /"choices\.data"/;
const FIELDS = "input, textarea, select";

let wrong = [];
let title = "";
const report = (problem) => wrong.push(`${title}: ${problem}`);
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  result.didProcess = true;
  if (result.outputHtml !== `<p>${escaped(text)}</p>`) report(`is mark-up: ${text}`);
};
AdaptiveCards.GlobalSettings.allowMoreThanMaxActionsInOverflowMenu = true;

const without = (text) => text.replace(/\s+/g, "");

// Every text that is to be seen as long as no menu is open.
function* said(thing, key = "") {
  if (Array.isArray(thing)) for (const item of thing) yield* said(item, key);
  else if (typeof thing === "string") {
    if (["text", "title", "label"].includes(key)) yield thing;
  } else if (thing && typeof thing === "object" && thing.isVisible !== false) {
    for (const [name, item] of Object.entries(thing)) if (!["data", "choices", "selectAction"].includes(name)) yield* said(item, name);
  }
}

const inputs = (item) => item.card.body.filter(({ type }) => String(type).startsWith("Input."));

function draw(item, place) {
  title = item.title;
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = hostConfig(window.pictured.theme);
  // The renderer takes every second language for a wrong one, since it keeps its place in the last one.
  AdaptiveCards.AdaptiveCard.langProperty.regEx.lastIndex = 0;
  card.parse(item.card, context);
  for (let number = 0; number < context.eventCount; number += 1) {
    const { message } = context.getEventAt(number);
    if (!OF_TEAMS.test(message)) report(message);
  }
  const pickers = new Set(inputs(item).filter((input) => "choices.data" in input).map((input) => input.id));
  for (const { message, source } of card.validateProperties().validationEvents)
    if (!(pickers.has(source.id) && source.choices.length === 0)) report(message);
  const drawn = card.render();
  if (!drawn) return report("is not drawn");
  place.append(drawn);
}

function check(item, place) {
  title = item.title;
  const seen = without(place.textContent);
  const lost = [...said({ body: item.card.body, actions: item.card.actions })].find((text) => !seen.includes(without(text)));
  if (lost !== undefined) report(`does not show "${lost.slice(0, 60)}"`);
  if (place.querySelectorAll(FIELDS).length < inputs(item).length) report("lacks something to fill in");
  for (const label of place.querySelectorAll(".ac-pushButton > div"))
    if (label.scrollWidth > label.clientWidth) report(`cuts the label "${label.textContent}"`);
  for (const element of place.querySelectorAll(".ac-textRun, .ac-textBlock, .ac-pushButton, input, textarea, select")) {
    const { right } = element.getBoundingClientRect();
    if (right > place.getBoundingClientRect().right + 0.5) report(`is too wide at "${element.textContent.slice(0, 60)}"`);
  }
}

window.draw = () => {
  wrong = [];
  const { items, theme } = window.pictured;
  document.documentElement.dataset.theme = theme;
  const root = document.getElementById("pictures");
  const places = items.map((item) => {
    const picture = root.appendChild(document.createElement("section"));
    picture.className = "picture";
    picture.appendChild(document.createElement("h2")).textContent = item.title;
    const place = picture.appendChild(document.createElement("div"));
    place.className = "card";
    place.lang = item.card.lang;
    draw(item, place);
    return place;
  });
  items.forEach((item, number) => check(item, places[number]));
  return { wrong, texts: places.map((place) => place.innerText) };
};
