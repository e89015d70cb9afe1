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

/** What the server says about single fields of a letter that it did not accept. */
export function fieldProblemsIn(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError) || error.status !== 400 || !isRecord(error.body)) return {};
  const sentences = Object.entries(error.body).map(([field, problems]) => [
    field,
    Array.isArray(problems) ? problems.join(" ") : "",
  ]);
  return Object.fromEntries(sentences.filter(([, sentence]) => sentence));
}
