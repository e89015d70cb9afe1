import { useSyncExternalStore } from "react";
import type { NewLetter } from "#api/types";

/** A letter that waits on this device until the server can be reached. */
export interface WaitingLetter {
  letter: NewLetter;
  beekeeper: string;
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
}

/** What this device keeps of its reader's letters. */
export interface KeptLetters {
  waiting: readonly WaitingLetter[];
  sent: readonly SentLetter[];
}

const NAME = "letters";
const NONE: KeptLetters = { waiting: [], sent: [] };
const listeners = new Set<() => void>();
let cached: { text: string; kept: KeptLetters } = { text: "", kept: NONE };

/** What is kept; the same object for as long as nothing changes. */
export function readKept(): KeptLetters {
  try {
    const text = localStorage.getItem(NAME) ?? "";
    if (text !== cached.text) cached = { text, kept: { ...NONE, ...JSON.parse(text || "{}") } };
    return cached.kept;
  } catch {
    return NONE;
  }
}

/** Stores a change; returns false when the browser refuses to store it. */
export function keep(change: Partial<KeptLetters>): boolean {
  try {
    const kept = { ...readKept(), ...change };
    if (kept.waiting.length + kept.sent.length === 0) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, JSON.stringify(kept));
  } catch {
    return false;
  }
  for (const listener of listeners) listener();
  return true;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** What this device keeps, as it changes in this tab or another. */
export function useKeptLetters(): KeptLetters {
  return useSyncExternalStore(subscribe, readKept, () => NONE);
}
