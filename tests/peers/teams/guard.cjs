// Loaded into the playground before anything else: node -r guard.cjs cli.js start …
//
// It listens on 127.0.0.1 only, whatever it asks for, and reaches nothing beyond this machine: what it tried is
// appended to refused.txt. It prints {"port": …} when it listens, and ends when its standard input closes, so
// that it never outlives the tests.
const fs = require("node:fs");
const http = require("node:http");
const net = require("node:net");

const HERE = new Set(["127.0.0.1", "::1", "localhost"]);
const { listen } = net.Server.prototype;
const { connect } = net.Socket.prototype;

net.Server.prototype.listen = function (first, ...rest) {
  const asked = typeof first === "object" && first !== null ? first : { port: first };
  if (this instanceof http.Server) {
    this.once("listening", () => process.stdout.write(`${JSON.stringify({ port: this.address().port })}\n`));
  }
  return listen.call(this, { ...asked, host: "127.0.0.1" }, rest.find((one) => typeof one === "function"));
};

net.Socket.prototype.connect = function (...given) {
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  const asked = typeof first === "object" && first !== null ? first : { port: first, host: second };
  const host = typeof asked.host === "string" ? asked.host : "localhost";
  if (asked.path || HERE.has(host)) {
    return connect.apply(this, given);
  }
  fs.appendFileSync("refused.txt", `${host}:${asked.port}\n`);
  process.nextTick(() => this.destroy(new Error(`${host} is not on this machine`)));
  return this;
};

process.stdin.on("close", () => process.exit()).resume();
