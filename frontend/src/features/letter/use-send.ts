import { useEffect } from "react";
import { attemptFor, endAttempt } from "#features/letter/outbox/attempt";
import { type Outcome, sendOrKeep } from "#features/letter/outbox/letter-queue";
import { shrinkPhoto } from "#features/letter/photo/shrink-photo";
import type { Letter } from "./letter";

/** The version of the consent's words; the server knows those that were ever shown. */
export const CONSENT_VERSION = "2026-11-photo";

/** What the form tells besides the letter. */
interface Circumstances {
  /** The sentence that the reader agreed to, as it was shown. */
  consent: string;
  /** What stood in the field that people do not see. */
  trap: string;
  photo: Blob | null;
}

export type Send = (letter: Letter, circumstances: Circumstances) => Promise<Outcome>;

/** Sends the letter being written for a jar, the same attempt however often it is tried. */
export function useSend(code: string, beekeeper: string): Send {
  // In an effect, because the server renders this page too and has no storage and no randomness.
  useEffect(() => void attemptFor(code), [code]);
  return async (letter, { consent, trap, photo }) => {
    const attempt = attemptFor(code);
    const outcome = await sendOrKeep(
      {
        ...letter,
        key: attempt.key,
        code,
        consent_version: CONSENT_VERSION,
        consent_text: consent,
        website: trap,
        seconds: Math.round((Date.now() - attempt.startedAt) / 1000),
      },
      beekeeper,
      photo && (await shrinkPhoto(photo)),
    );
    endAttempt(code);
    return outcome;
  };
}
