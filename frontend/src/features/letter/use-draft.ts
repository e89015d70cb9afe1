import { useState } from "react";
import { EMPTY_LETTER, type Letter } from "./letter";

const keyOf = (code: string) => `letter:${code}`;

// A browser may refuse storage, and what is in it may be anything: then a letter begins empty.
function read(code: string): Letter {
  try {
    const kept: Partial<Letter> = JSON.parse(sessionStorage.getItem(keyOf(code)) ?? "{}");
    const { name, message, email } = { ...EMPTY_LETTER, ...kept };
    return { name: String(name), message: String(message), email: String(email) };
  } catch {
    return EMPTY_LETTER;
  }
}

/** Keeps a letter being written, for the form to find. */
export function keepDraft(code: string, letter: Letter): void {
  try {
    if (letter === EMPTY_LETTER) sessionStorage.removeItem(keyOf(code));
    else sessionStorage.setItem(keyOf(code), JSON.stringify(letter));
  } catch {
    // Without storage the letter is kept for as long as the page is open.
  }
}

/** The letter being written for a jar; it outlives a reload and Back, in this tab only. */
export function useDraft(code: string): [Letter, (letter: Letter) => void] {
  const [draft, setDraft] = useState(() => read(code));
  return [
    draft,
    (letter) => {
      setDraft(letter);
      keepDraft(code, letter);
    },
  ];
}
