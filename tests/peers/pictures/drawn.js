// Whether everything that blocks say can be read in what was drawn of them.

// A menu shows its options when it is opened, and its placeholder only while nothing is chosen.
const UNSEEN = new Set(["options", "option_groups", "placeholder", "confirm", "initial_option"]);

// Letters and digits alone: marks of mrkdwn, emoji, entities and spaces may be drawn in another way.
const letters = (text) =>
  text
    .replace(/&(?:amp;)*(?:amp|lt|gt);/g, " ")
    .replace(/:[a-z0-9_+-]+:/g, " ")
    .replace(/[^\p{L}\p{N}]/gu, "");

function* said(value, key = "") {
  if (Array.isArray(value)) {
    for (const item of value) yield* said(item);
  } else if (value && typeof value === "object") {
    for (const [name, item] of Object.entries(value)) if (!UNSEEN.has(name)) yield* said(item, name);
  } else if (typeof value === "string" && (key === "text" || key === "initial_value")) {
    // Mentions, links and dates stand between < and >, and are drawn as what they name.
    yield* value.split(/<[^<>]*>/).map(letters).filter(Boolean);
  }
}

function seen(element) {
  const fields = [...element.querySelectorAll("input, textarea")].map((field) => field.defaultValue);
  return letters([element.textContent, ...fields].join(" "));
}

// How many things there are to press or fill in.
const usable = (block) =>
  [...(block.type === "actions" ? block.elements : []), block.element, block.accessory].filter(
    (inner) => inner && inner.type !== "image",
  ).length;

function problemOf(block, element) {
  if (element === null) return "is not drawn";
  const drawn = seen(element);
  const lost = [...said(block)].find((text) => !drawn.includes(text));
  if (lost !== undefined) return `does not show "${lost.slice(0, 60)}"`;
  return usable(block) > element.querySelectorAll("button, a, input, textarea, [role=combobox]").length
    ? "lacks something to press or fill in"
    : "";
}

// `drawn` are the elements of the page in which each block was drawn by itself, or null.
export function notDrawn(item, drawn) {
  const blocks = item.view?.blocks ?? item.blocks;
  return blocks
    .map((block, number) => [problemOf(block, drawn[number]), number])
    .filter(([problem]) => problem)
    .map(([problem, number]) => `${item.title}: /blocks/${number} (${blocks[number].type}) ${problem}`);
}
