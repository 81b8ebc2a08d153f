// Runs emulate's Slack on a free port: node emulator.mjs '{"seed": {…}, "events": "http://…"}'.
//
// Prints {"url": …} when it listens, and ends when its standard input closes, so that it never outlives the
// tests. Beyond emulate it delivers every event to `events`, and opens its store under /_store: seeds can
// neither subscribe to events nor say that somebody has left, nor can a test look into a closed form.
import { readdirSync, readFileSync } from "node:fs";
import { createEmulator } from "emulate";

const { seed, events } = JSON.parse(process.argv[2]);

// The plugin's file has a checksum in its name, and emulate does not export it; the object is the one that
// createEmulator loads, since a module is loaded once.
async function loadSlack() {
  const folder = new URL(".", import.meta.resolve("emulate"));
  for (const name of readdirSync(folder)) {
    if (/^dist-\w+\.js$/.test(name) && readFileSync(new URL(name, folder), "utf8").includes("slackPlugin")) {
      return import(new URL(name, folder));
    }
  }
  throw new Error("this version of emulate has no Slack");
}

function openStore(app, collections) {
  app.get("/_store/:collection", (c) => c.json(collections()[c.req.param("collection")].all()));
  app.post("/_store/:collection", async (c) =>
    c.json(collections()[c.req.param("collection")].insert(await c.req.json())),
  );
  app.post("/_store/:collection/:id", async (c) =>
    c.json(collections()[c.req.param("collection")].update(Number(c.req.param("id")), await c.req.json())),
  );
  app.delete("/_store/:collection/:id", (c) =>
    c.json(collections()[c.req.param("collection")].delete(Number(c.req.param("id")))),
  );
}

const slack = await loadSlack();
const { register } = slack.slackPlugin;
slack.slackPlugin.register = (app, store, webhooks, ...rest) => {
  register(app, store, webhooks, ...rest);
  webhooks.register({ url: events, events: ["*"], active: true, owner: "slack" });
  openStore(app, () => slack.getSlackStore(store));
};

const emulator = await createEmulator({ service: "slack", hostname: "127.0.0.1", port: 0, seed: { slack: seed } });
process.stdin.on("close", () => process.exit()).resume();
process.stdout.write(`${JSON.stringify({ url: emulator.url.replace("localhost", "127.0.0.1") })}\n`);
