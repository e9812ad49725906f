// Builds GraphiQL and its workers into the folder named on the command line: every file under
// `graphiql/` carries a hash of its content in its name, so the service lets browsers keep it for
// ever; `index.html`, which names them, is never kept. All addresses are relative to the page's.
import { build } from "esbuild";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { basename, join } from "node:path";

const target = process.argv[2];
if (!target) {
  console.error("build.mjs: say where to write, as: node build.mjs ../service/http/static");
  process.exit(2);
}
const assets = join(target, "graphiql");

const common = {
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  outdir: assets,
  entryNames: "[name]-[hash]",
  chunkNames: "chunk-[hash]",
  assetNames: "[name]-[hash]",
  legalComments: "linked",
  metafile: true,
  logLevel: "warning",
};

const workers = await build({
  ...common,
  entryPoints: {
    editor: "monaco-editor/esm/vs/editor/editor.worker.js",
    json: "monaco-editor/esm/vs/language/json/json.worker.js",
    graphql: "monaco-graphql/esm/graphql.worker.js",
  },
});
const workerFiles = Object.fromEntries(
  Object.keys(workers.metafile.outputs).map((path) => {
    const file = basename(path);
    return [file.slice(0, file.lastIndexOf("-")), `./${file}`];
  }),
);

const page = await build({
  ...common,
  entryPoints: { graphiql: "src/graphiql.jsx" },
  splitting: true,
  jsx: "automatic",
  loader: { ".ttf": "file", ".graphql": "text" },
  define: {
    "process.env.NODE_ENV": '"production"',
    WORKER_FILES: JSON.stringify(workerFiles),
  },
});
const entry = Object.entries(page.metafile.outputs).find(
  ([, output]) => output.entryPoint === "src/graphiql.jsx",
);

const icon = await readFile("src/favicon.svg");
const iconFile = `favicon-${createHash("sha256").update(icon).digest("hex").slice(0, 8)}.svg`;
await mkdir(assets, { recursive: true });
await copyFile("src/favicon.svg", join(assets, iconFile));

const html = await readFile("src/index.html", "utf8");
const names = {
  script: basename(entry[0]),
  style: basename(entry[1].cssBundle),
  favicon: iconFile,
};
await writeFile(
  join(target, "index.html"),
  html.replace(/\{(\w+)\}/g, (_, key) => `graphiql/${names[key]}`),
);
