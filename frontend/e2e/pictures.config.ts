import { defineConfig } from "@playwright/test";
import base from "./playwright.config";

// No tests: a picture of every page, on a server whose content no test has changed.
export default defineConfig({
  ...base,
  testMatch: "pictures.ts",
  reporter: "list",
  outputDir: "../../test-results/pictures-failed",
  // The same pixels each time: nothing moves, and the day is always the same.
  use: { ...base.use, contextOptions: { reducedMotion: "reduce" }, timezoneId: "UTC" },
});
