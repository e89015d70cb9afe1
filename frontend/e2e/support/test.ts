import { type BrowserContext, expect, test as playwright } from "@playwright/test";

export { expect };

/** Playwright asks for the pictures of a page that it records, blobs too, which no script may. */
const OF_THE_RECORDER = /^Connecting to 'blob:/;

interface Fixtures {
  /** The errors in the console and in scripts so far. */
  complaints: string[];
  /** Lets no request for an address have an answer while the test lasts. */
  hold: (address: string) => Promise<void>;
  /** Ends, after each test, what the test began in the browser. */
  ending: undefined;
}

/**
 * Playwright's test, which leaves nothing behind: a request whose handler goes on after its test,
 * or a window that nobody closes, breaks another test or the run as a whole.
 */
export const test = playwright.extend<Fixtures>({
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      context.on("console", (entry) => {
        const isOurs = entry.type() === "error" && !OF_THE_RECORDER.test(entry.text());
        if (isOurs) complaints.push(entry.text());
      });
      context.on("weberror", (failure) => complaints.push(failure.error().message));
      await use(complaints);
    },
    // Or it would hear nothing before the test first asks for it.
    { auto: true },
  ],
  hold: async ({ context }, use) => {
    let release = () => {};
    const over = new Promise<void>((resolve) => {
      release = resolve;
    });
    await use(async (address) => {
      await context.route(address, async (route) => {
        await over;
        await route.abort();
      });
    });
    release();
  },
  ending: [
    // It asks for the context so that this comes before Playwright closes it.
    async ({ browser, context }, use) => {
      await use(undefined);
      // A worker runs one test at a time: all that is open in its browser belongs to this one.
      const all = browser.contexts();
      await Promise.all(all.map(untilHandled));
      await Promise.all(all.filter((other) => other !== context).map((other) => other.close()));
    },
    { auto: true },
  ],
});

/** Takes no more requests, and waits until those under way have their answer. */
async function untilHandled(context: BrowserContext): Promise<void> {
  const routers = [context, ...context.pages()];
  await Promise.all(routers.map((router) => router.unrouteAll({ behavior: "wait" })));
}
