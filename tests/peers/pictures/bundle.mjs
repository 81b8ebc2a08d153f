// Prints the page's script and style as one JSON object.

import { build } from "esbuild";

const { outputFiles } = await build({
  absWorkingDir: import.meta.dirname,
  bundle: true,
  define: { "process.env.NODE_ENV": '"production"' },
  entryPoints: ["page.jsx"],
  format: "iife",
  jsx: "automatic",
  logLevel: "error",
  outdir: "out",
  write: false,
});
const ending = (end) => outputFiles.find((file) => file.path.endsWith(end)).text;
console.log(JSON.stringify({ script: ending(".js"), style: ending(".css") }));
