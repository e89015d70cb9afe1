import { ApiError } from "#api/client";
import { describeError } from "#api/describe-error";
import { fieldProblemsIn, sendLetter } from "#api/letters";
import type { NewLetter } from "#api/types";
import { keep, readKept } from "./kept-letters";

/** A letter arrived and has a private page, or it waits on this device for a connection. */
export type Outcome = { state: "sent"; path: string; isRemembered: boolean } | { state: "waiting" };

/**
 * Sends a letter now; when the server cannot be reached, keeps it on this device to be sent later.
 * @throws {ApiError} when the server said no, or the device keeps nothing: then the letter is
 * neither sent nor kept.
 */
export async function sendOrKeep(letter: NewLetter, beekeeper: string): Promise<Outcome> {
  try {
    return { state: "sent", ...(await send(letter, beekeeper)) };
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    const others = readKept().waiting.filter((waiting) => waiting.letter.key !== letter.key);
    if (!keep({ waiting: [...others, { letter, beekeeper }] })) throw error;
    return { state: "waiting" };
  }
}

/** Tries every waiting letter once. */
export async function sendWaiting(): Promise<void> {
  for (const { letter, beekeeper } of readKept().waiting) {
    try {
      await send(letter, beekeeper);
      forgetWaiting(letter.key);
    } catch (error) {
      if (isUnreachable(error)) return;
      const refusal = Object.values(fieldProblemsIn(error)).join(" ") || describeError(error);
      const told = readKept().waiting.map((waiting) =>
        waiting.letter.key === letter.key ? { ...waiting, refusal } : waiting,
      );
      keep({ waiting: told });
    }
  }
}

/** Takes a letter out of those that wait. */
export function forgetWaiting(key: string): void {
  keep({ waiting: readKept().waiting.filter(({ letter }) => letter.key !== key) });
}

/** Sends what waits now, and again whenever the device is back online. */
export function keepSending(): () => void {
  const again = () => void sendWaiting();
  again();
  window.addEventListener("online", again);
  return () => window.removeEventListener("online", again);
}

function isUnreachable(error: unknown): boolean {
  return error instanceof ApiError && error.status === 0;
}

async function send(
  letter: NewLetter,
  beekeeper: string,
): Promise<{ path: string; isRemembered: boolean }> {
  const { path } = await sendLetter(letter);
  const { sent } = readKept();
  const isRemembered =
    sent.some((known) => known.path === path) ||
    keep({ sent: [{ path, code: letter.code, beekeeper, sentAt: Date.now() }, ...sent] });
  return { path, isRemembered };
}
