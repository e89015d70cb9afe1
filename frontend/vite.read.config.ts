import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { TARGETS } from "./browsers.ts";
import { className } from "./class-names.ts";

// The style of the whole story on one page, and of nothing else: see src/read/read-page.tsx. Its
// script is not used: the server draws the page, with the same names of classes.
export default defineConfig({
  base: "/static/",
  plugins: [react(), lingui({ cwd: import.meta.dirname, macroTransform: true })],
  css: { modules: { generateScopedName: className } },
  build: {
    target: TARGETS,
    outDir: "dist/.read",
    copyPublicDir: false,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    rolldownOptions: {
      input: "src/read/read-page.tsx",
      preserveEntrySignatures: "strict",
      output: { codeSplitting: false, assetFileNames: "[name][extname]" },
    },
  },
});
