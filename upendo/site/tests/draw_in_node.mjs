// Draws pages with the script that the server's engine runs, in an engine as new as a browser's:
// reads [{path, pageData}, …] and writes the HTML of each, or what was wrong.
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

const [script, pages] = process.argv.slice(2);
runInThisContext(`${readFileSync(script, "utf8")}; globalThis.server = server;`);
await globalThis.server.ready;
const drawn = JSON.parse(readFileSync(pages, "utf8")).map(({ path, pageData }) =>
  globalThis.server.firstView(path, pageData),
);
process.stdout.write(JSON.stringify(drawn));
