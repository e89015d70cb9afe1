import "#locales/i18n";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll } from "vitest";
import { server } from "./server";

// For a build on a busy machine, which may take seconds to load a part of the page; who finds what
// is looked for waits for nothing.
configure({ asyncUtilTimeout: 10_000 });

beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
});
afterAll(() => server.close());

// happy-dom does not load pictures, but reports them as complete.
Object.defineProperty(HTMLImageElement.prototype, "complete", { get: () => false });
