import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { TARGETS } from "./browsers.ts";
import { className } from "./class-names.ts";

const REACT = /\/node_modules\/(react|react-dom|scheduler)\//;
const FRAME =
  /\/src\/(api|art|components(?!\/recording\/player)|locales)\/|\/src\/paths|\/kept-letters|vite\/preload-helper|\/node_modules\/(react-router|@lingui)\//;

// Django renders the page: it finds the built files through .vite/manifest.json, or takes them
// from this development server, whose origin must then be in every address.
export default defineConfig({
  base: "/static/",
  plugins: [react(), lingui({ cwd: import.meta.dirname, macroTransform: true })],
  css: { modules: { generateScopedName: className } },
  build: {
    target: TARGETS,
    manifest: true,
    // The content security policy allows no data: addresses but for pictures, which ask for it.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ["src/main.tsx", "src/styles/later.css", "src/styles/desk.css"],
      // What every page needs is two files, so that a page is three requests and not ten, and no
      // file so large that a slow phone stands still while it starts.
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: REACT },
            { name: "frame", test: FRAME },
          ],
        },
      },
    },
  },
  server: {
    host: "127.0.0.1",
    port: 5173,
    strictPort: true,
    origin: "http://127.0.0.1:5173",
    cors: { origin: /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/ },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}", "scripts/*.test.ts"],
    setupFiles: ["src/testing/setup.ts"],
    // For a machine that is busy with something else; who passes waits for nothing.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Three times quicker; what a test spies on is put back after each.
    isolate: false,
    // It does not see that the pseudo-locale is made out of English's messages, and keeps old ones.
    fsModuleCache: false,
    restoreMocks: true,
    css: { modules: { classNameStrategy: "non-scoped" } },
  },
});
