import type { NewLetter } from "#api/types";
import { stored } from "#stored";

/** A letter that waits on this device until the server can be reached. */
export interface WaitingLetter {
  letter: NewLetter;
  beekeeper: string;
  /** Its photo, as a data address. */
  photo?: string;
  /** Why the server refused it, if it did; then the reader must change the letter. */
  refusal?: string;
}

/** A letter that arrived, and its private page. */
interface SentLetter {
  path: string;
  code: string;
  beekeeper: string;
  /** In ms since 1970. */
  sentAt: number;
  /** Why its photo did not arrive with it. */
  photoProblem?: string;
}

/** What this device keeps of its reader's letters. */
export interface KeptLetters {
  waiting: readonly WaitingLetter[];
  sent: readonly SentLetter[];
}

const NONE: KeptLetters = { waiting: [], sent: [] };
const letters = stored("letters", NONE);

/** What is kept; the same object for as long as nothing changes. */
export const readKept = letters.read;

/** Stores a change; returns false when the browser refuses to store it. */
export function keep(change: Partial<KeptLetters>): boolean {
  const kept = { ...readKept(), ...change };
  return letters.keep(kept.waiting.length + kept.sent.length === 0 ? null : kept);
}

/** What this device keeps, as it changes in this tab or another. */
export const useKeptLetters = letters.useKept;
