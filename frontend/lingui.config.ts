import { defineConfig } from "@lingui/conf";
import { formatter } from "@lingui/format-po";

export default defineConfig({
  sourceLocale: "en",
  // "pseudo" is English with an accent, for a test that looks for words outside of any catalogue.
  locales: ["en", "pseudo"],
  pseudoLocale: { locale: "pseudo" },
  catalogs: [{ path: "<rootDir>/src/locales/{locale}", include: ["<rootDir>/src"] }],
  format: formatter({ lineNumbers: false }),
});
