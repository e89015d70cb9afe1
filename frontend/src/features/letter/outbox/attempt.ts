/** One attempt to write a letter: sent more than once, it still arrives as one letter. */
export interface Attempt {
  key: string;
  /** When the writing began, in ms since 1970. */
  startedAt: number;
}

/** Where the browser refuses storage, an attempt lasts for as long as the page is open. */
const inMemory = new Map<string, Attempt>();

const nameOf = (code: string) => `letter-attempt:${code}`;

function begin(): Attempt {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const key = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { key, startedAt: Date.now() };
}

/** The attempt that goes on in this tab, through reloads too, or a new one. */
export function attemptFor(code: string): Attempt {
  try {
    const kept = sessionStorage.getItem(nameOf(code));
    if (kept) return JSON.parse(kept);
    const attempt = begin();
    sessionStorage.setItem(nameOf(code), JSON.stringify(attempt));
    return attempt;
  } catch {
    const attempt = inMemory.get(code) ?? begin();
    inMemory.set(code, attempt);
    return attempt;
  }
}

/** Ends the attempt: the next letter for this jar is a new one. */
export function endAttempt(code: string): void {
  inMemory.delete(code);
  try {
    sessionStorage.removeItem(nameOf(code));
  } catch {
    // Then nothing was kept.
  }
}
