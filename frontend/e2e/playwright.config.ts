import { defineConfig } from "@playwright/test";

const port = Number(process.env.E2E_PORT ?? 8123);

// CI alone has Playwright’s own browsers, which `make install-browser` fetches by the same names.
const OTHERS = (process.env.E2E_BROWSERS ?? "").split(" ").filter((name) => name !== "chromium");
const ENGINES = ["firefox", "webkit"] as const;
// What differs between engines: drawing, storage, the worker. The desk is for our own browsers.
const FOR_ALL = ["walk.spec.ts", "letters.spec.ts", "offline.spec.ts", "trace.spec.ts"];

const BY_TOUCH = /by touch/;

// Chromium is named by the environment: `python -m dev.browser` finds or installs one.
export default defineConfig({
  testDir: ".",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // A flaky test is a fault: a second try would only hide it from whoever can mend it.
  retries: 0,
  // Long enough for a machine that is busy with something else; who passes waits for nothing.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["junit", { outputFile: "../../test-results/browser.xml" }]],
  outputDir: "../../test-results/browser",
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
    // Each page is to come from the server, not from what an earlier one has left on the device.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
      ],
    },
  },
  projects: [
    { name: "phone", use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
    {
      name: "desktop",
      use: { viewport: { width: 1366, height: 768 } },
      // Two set their own sizes; the letters take the newest for their own, the visits all that is
      // counted, and many drafts take long.
      testIgnore: [
        "walk.spec.ts",
        "quick.spec.ts",
        "letters.spec.ts",
        "visits.spec.ts",
        "many-drafts.spec.ts",
      ],
      grepInvert: BY_TOUCH,
    },
    ...ENGINES.filter((name) => OTHERS.includes(name)).map((name) => ({
      name,
      testMatch: FOR_ALL,
      // Only Chromium can be told how a finger moves.
      grepInvert: BY_TOUCH,
      use: {
        browserName: name,
        viewport: { width: 390, height: 844 },
        launchOptions: {},
      },
    })),
  ],
  webServer: [
    {
      command: `.venv/bin/python -m dev.browser_tests.server ${port}`,
      cwd: `${import.meta.dirname}/../..`,
      url: `http://127.0.0.1:${port}/healthz`,
      // It draws all pictures of the demonstration first, and says at once when it fails.
      timeout: 900_000,
      gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    },
    {
      command: `.venv/bin/python -m dev.browser_tests.mailbox ${port + 1} .local/browser-tests-mail`,
      cwd: `${import.meta.dirname}/../..`,
      port: port + 1,
      gracefulShutdown: { signal: "SIGTERM", timeout: 2_000 },
    },
  ],
});
