import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import type { Story } from "#api/types";

/** Our API as tests see it; a request that a test did not prepare fails. */
export const server = setupServer();

const STORY_URL = "*/api/v1/stories/:code/";

/** Makes the API answer every request for a story with this one. */
export function serveStory(story: Story): void {
  server.use(http.get(STORY_URL, () => HttpResponse.json(story)));
}

/** Lets the API answer every request for a story in one way. */
export function answerStories(status: number, body: object, headers: HeadersInit = {}): void {
  server.use(http.get(STORY_URL, () => HttpResponse.json(body, { status, headers })));
}
