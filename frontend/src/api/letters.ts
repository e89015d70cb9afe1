import { ApiError, isRecord, request } from "./client";
import type { NewLetter, ReceivedLetter } from "./types";

/**
 * Sends a reader's letter. It is safe to send the same letter again: the server keeps it once.
 * @throws {ApiError}
 */
export async function sendLetter(letter: NewLetter): Promise<ReceivedLetter> {
  return request<ReceivedLetter>("/api/v1/letters/", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(letter),
  });
}

/** How long a photo may take over a slow line, in milliseconds. */
const PHOTO_PATIENCE = 180_000;

/**
 * Adds a photo to a letter that has arrived; sent again, it is still there once.
 * @param path the letter's private page
 * @throws {ApiError}
 */
export async function sendPhoto(path: string, photo: Blob): Promise<void> {
  const body = new FormData();
  body.set("photo", photo, "photo");
  await request(`${path}/photo`, { method: "POST", body }, PHOTO_PATIENCE);
}

/** What the server says about single fields of a letter that it did not accept. */
export function fieldProblemsIn(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError) || error.status !== 400 || !isRecord(error.body)) return {};
  const sentences = Object.entries(error.body).map(([field, problems]) => [
    field,
    Array.isArray(problems) ? problems.join(" ") : "",
  ]);
  return Object.fromEntries(sentences.filter(([, sentence]) => sentence));
}
