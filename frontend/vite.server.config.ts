import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { className } from "./class-names.ts";

// React's renderer to strings, without its streaming one, which wants more of a browser than the
// bare engine has.
const RENDERER = new URL(
  "../node_modules/react-dom/cjs/react-dom-server-legacy.browser.production.js",
  import.meta.url,
).pathname;

// One script for a JavaScript engine without modules, files or network: see src/server.tsx.
export default defineConfig({
  base: "/static/",
  plugins: [react(), lingui({ cwd: import.meta.dirname, macroTransform: true })],
  css: { modules: { generateScopedName: className } },
  resolve: { alias: { "react-dom/server": RENDERER } },
  define: { "process.env.NODE_ENV": '"production"' },
  ssr: { noExternal: true, target: "webworker" },
  build: {
    ssr: "src/server.tsx",
    outDir: "dist/.server",
    copyPublicDir: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: { format: "iife", name: "server", codeSplitting: false, entryFileNames: "server.js" },
    },
  },
});
