// Draws `window.pictured`: messages and modals of Slack, one below the other, as Slack shows them.
// `window.draw()` returns a line for each thing that was not drawn: an unknown block or element draws nothing.

import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { Message } from "slack-blocks-to-jsx";
import "slack-blocks-to-jsx/dist/style.css";
import "./page.css";
import { notDrawn } from "./drawn.js";
import { Input } from "./input.jsx";

const LOGO =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="8" fill="#1f5f5b"/>' +
      '<path d="M10 18l6 6 10-12" fill="none" stroke="#fff" stroke-width="4"/></svg>',
  );
const NINE = new Date(2026, 10, 23, 9, 0);

// What is escaped is text in Slack; slack-blocks-to-jsx would read "&lt;!channel&gt;" as a mention after all, unless
// something that nobody sees stands between.
function quieted(value) {
  if (Array.isArray(value)) return value.map(quieted);
  if (!value || typeof value !== "object") return value;
  const changed = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, quieted(item)]));
  if (value.type === "mrkdwn" && typeof value.text === "string") changed.text = value.text.replaceAll("&lt;", "&lt;\u2060");
  return changed;
}

// Plain text has no marks in Slack; slack-blocks-to-jsx would make "*b*" bold in a section, but not in rich text.
const unmarked = (block) =>
  block.type === "section" && block.text?.type === "plain_text" && !block.fields && !block.accessory
    ? { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text: block.text.text }] }] }
    : block;

// Blocks in runs: inputs are ours, what stands between them is drawn together.
function runs(blocks) {
  const found = [];
  for (const block of blocks) {
    const last = found.at(-1);
    if (last && block.type !== "input" && last[0].type !== "input") last.push(block);
    else found.push([block]);
  }
  return found;
}

function Blocks({ blocks, ...others }) {
  return runs(blocks).map((run, number) =>
    run[0].type === "input" ? (
      <Input block={run[0]} key={number} users={others.users} />
    ) : (
      <Run {...others} bare={others.bare || number > 0} blocks={run} key={number} />
    ),
  );
}

function Run({ blocks, theme, bare = false, users = [] }) {
  return (
    <Message
      blocks={blocks.map(unmarked)}
      data={{ users, channels: [], user_groups: [] }}
      logo={LOGO}
      name="Engage"
      theme={theme}
      time={NINE}
      withoutWrapper={bare}
    />
  );
}

function Modal({ view, theme, users }) {
  return (
    <div className="modal">
      <header>{view.title?.text}</header>
      <Blocks bare blocks={view.blocks} theme={theme} users={users} />
      <footer>
        <span className="button">{view.close?.text ?? "Cancel"}</span>
        {view.submit && <span className="button primary">{view.submit.text}</span>}
      </footer>
    </div>
  );
}

function Picture({ item, theme, users }) {
  return (
    <section className="picture">
      <h2>{item.title}</h2>
      {item.view?.type === "modal" ? (
        <Modal theme={theme} users={users} view={item.view} />
      ) : (
        <Blocks bare={Boolean(item.view)} blocks={item.view?.blocks ?? item.blocks} theme={theme} users={users} />
      )}
    </section>
  );
}

// Draws each block by itself, since one that draws nothing leaves no trace among the others.
function alone(blocks) {
  const place = document.createElement("div");
  const root = createRoot(place);
  const [nothing, ...drawn] = [<Run bare blocks={[]} />, ...blocks.map((block) => <Blocks bare blocks={[block]} />)].map(
    (shown, number) => {
      flushSync(() => root.render(<div key={number}>{shown}</div>));
      return place.cloneNode(true);
    },
  );
  root.unmount();
  return drawn.map((element) => (element.innerHTML === nothing.innerHTML ? null : element));
}

window.draw = () => {
  const { theme, users } = window.pictured;
  const items = quieted(window.pictured.items);
  document.documentElement.dataset.theme = theme;
  const root = createRoot(document.getElementById("pictures"));
  flushSync(() =>
    root.render(items.map((item, number) => <Picture item={item} key={number} theme={theme} users={users} />)),
  );
  return items.flatMap((item) => notDrawn(item, alone(item.view?.blocks ?? item.blocks)));
};
