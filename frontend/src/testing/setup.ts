import "#locales/i18n";
import { cleanup } from "@testing-library/react";
import { afterAll, afterEach, beforeAll } from "vitest";
import { server } from "./server";

beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
});
afterAll(() => server.close());

// happy-dom does not load pictures, but reports them as complete.
Object.defineProperty(HTMLImageElement.prototype, "complete", { get: () => false });
