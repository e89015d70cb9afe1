import { ApiError } from "#api/client";
import { describeError } from "#api/describe-error";
import { fieldProblemsIn, sendLetter, sendPhoto } from "#api/letters";
import type { NewLetter } from "#api/types";
import { keep, readKept, type WaitingLetter } from "./kept-letters";
import { photoAsText, photoOf } from "./photo-text";

/** A letter arrived and has a private page, or it waits on this device for a connection. */
export type Outcome =
  | { state: "sent"; path: string; isRemembered: boolean; photoProblem?: string }
  | { state: "waiting"; withoutPhoto: boolean };

/**
 * Sends a letter now, then its photo; when the server cannot be reached, keeps both on this device
 * to be sent later. A photo that does not arrive holds no letter back: the private page takes one.
 * @throws {ApiError} when the server said no, or the device keeps nothing: then the letter is
 * neither sent nor kept.
 */
export async function sendOrKeep(
  letter: NewLetter,
  beekeeper: string,
  photo: Blob | null,
): Promise<Outcome> {
  let arrival: { path: string; isRemembered: boolean };
  try {
    arrival = await send(letter, beekeeper);
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    return keepWaiting({ letter, beekeeper }, photo, error);
  }
  const photoProblem = photo ? await problemOfSending(arrival.path, photo) : undefined;
  return photoProblem ? { state: "sent", ...arrival, photoProblem } : { state: "sent", ...arrival };
}

async function keepWaiting(
  waiting: WaitingLetter,
  photo: Blob | null,
  error: unknown,
): Promise<Outcome> {
  const { key } = waiting.letter;
  const others = readKept().waiting.filter(({ letter }) => letter.key !== key);
  const text = photo && (await photoAsText(photo).catch(() => null));
  if (text && keep({ waiting: [...others, { ...waiting, photo: text }] })) {
    return { state: "waiting", withoutPhoto: false };
  }
  // A browser keeps a few megabytes at most.
  if (!keep({ waiting: [...others, waiting] })) throw error;
  return { state: "waiting", withoutPhoto: photo !== null };
}

async function problemOfSending(path: string, photo: Blob): Promise<string | undefined> {
  try {
    await sendPhoto(path, photo);
    return undefined;
  } catch (error) {
    return describeError(error);
  }
}

let round: Promise<void> | null = null;
let asked = false;

/**
 * Tries every waiting letter once; who asks meanwhile has them tried once more afterwards, since
 * the connection may have come back in between. Nothing is on its way twice.
 */
export function sendWaiting(): Promise<void> {
  asked = true;
  round ??= tryWhileAsked().finally(() => {
    round = null;
  });
  return round;
}

async function tryWhileAsked(): Promise<void> {
  while (asked) {
    asked = false;
    await tryEach();
  }
}

async function tryEach(): Promise<void> {
  for (const waiting of readKept().waiting) {
    try {
      const { path } = await send(waiting.letter, waiting.beekeeper);
      if (waiting.photo) await sendWaitingPhoto(path, photoOf(waiting.photo));
      forgetWaiting(waiting.letter.key);
    } catch (error) {
      if (isUnreachable(error)) return;
      const refusal = Object.values(fieldProblemsIn(error)).join(" ") || describeError(error);
      const told = readKept().waiting.map((one) =>
        one.letter.key === waiting.letter.key ? { ...one, refusal } : one,
      );
      keep({ waiting: told });
    }
  }
}

/** Sends the photo of a letter that has just arrived; throws only when the connection is gone. */
async function sendWaitingPhoto(path: string, photo: Blob): Promise<void> {
  try {
    await sendPhoto(path, photo);
  } catch (error) {
    if (isUnreachable(error)) throw error;
    const photoProblem = describeError(error);
    const sent = readKept().sent.map((one) => (one.path === path ? { ...one, photoProblem } : one));
    keep({ sent });
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
