// Prints the script and style of a page as one JSON object: `node bundle.mjs page.jsx`.

import { build } from "esbuild";

const { outputFiles } = await build({
  absWorkingDir: import.meta.dirname,
  bundle: true,
  define: { "process.env.NODE_ENV": '"production"' },
  entryPoints: [process.argv[2]],
  format: "iife",
  jsx: "automatic",
  logLevel: "error",
  outdir: "out",
  write: false,
});
const ending = (end) => outputFiles.find((file) => file.path.endsWith(end)).text;
console.log(JSON.stringify({ script: ending(".js"), style: ending(".css") }));
