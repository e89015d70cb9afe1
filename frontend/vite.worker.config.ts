import { defineConfig } from "vite";
import { TARGETS } from "./browsers.ts";

// The service worker is one classic script, which Django serves from the root of the site.
export default defineConfig({
  build: {
    target: TARGETS,
    outDir: "dist/.worker",
    copyPublicDir: false,
    rolldownOptions: {
      input: "src/offline/service-worker.ts",
      output: { format: "iife", entryFileNames: "service-worker.js" },
    },
  },
});
