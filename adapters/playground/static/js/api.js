// What the page asks of the server, and what the server pushes.

/** The server refused: `code` names the sentence to show. */
export class Refused extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

export const eventId = () => crypto.randomUUID();

/** Ask once more if the connection broke: the event's id makes a repetition harmless. */
export async function ask(path, body) {
  const request = {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
  return answer(await fetch(path, request).catch(() => fetch(path, request)).catch(unreachable));
}

export async function read(path, query = {}) {
  return answer(await fetch(`${path}?${new URLSearchParams(query)}`).catch(unreachable));
}

function unreachable() {
  throw new Refused("unreachable");
}

async function answer(response) {
  const data = await response.json().catch(() => ({ code: "failed" }));
  if (!response.ok) throw new Refused(data.code ?? "failed");
  return data;
}

/** Follow the server. `opened` is called at each (re)connection, `lost` when it broke. */
export function follow(handlers, opened, lost) {
  const source = new EventSource("/api/events");
  source.addEventListener("open", opened);
  source.addEventListener("error", () => {
    lost();
    if (source.readyState === EventSource.CLOSED) setTimeout(() => follow(handlers, opened, lost), 1500);
  });
  for (const [name, handle] of Object.entries(handlers)) {
    source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  }
}
