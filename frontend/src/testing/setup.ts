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

// happy-dom loads no pictures, yet calls them complete.
Object.defineProperty(HTMLImageElement.prototype, "complete", { get: () => false });
