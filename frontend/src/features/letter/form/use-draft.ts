import { type RefObject, useLayoutEffect, useState } from "react";
import { EMPTY_LETTER, LETTER_FIELDS, type Letter } from "#features/letter/letter";

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
    if (LETTER_FIELDS.every((field) => !letter[field])) sessionStorage.removeItem(keyOf(code));
    else sessionStorage.setItem(keyOf(code), JSON.stringify(letter));
  } catch {
    // Without storage the letter is kept for as long as the page is open.
  }
}

/** What stands in a form's fields. */
function writtenIn(form: HTMLFormElement): Letter {
  const data = new FormData(form);
  const text = (field: keyof Letter) => String(data.get(field) ?? "");
  return { name: text("name"), message: text("message"), email: text("email") };
}

/**
 * The letter being written for a jar; it outlives a reload and Back, in this tab only. What was
 * written into the form before the script came is taken over.
 */
export function useDraft(
  code: string,
  form: RefObject<HTMLFormElement | null>,
): [Letter, (letter: Letter) => void] {
  // The server has drawn an empty form, and the browser's first one must be like it.
  const [draft, setDraft] = useState(EMPTY_LETTER);
  useLayoutEffect(() => {
    const written = form.current ? writtenIn(form.current) : EMPTY_LETTER;
    const letter = { ...read(code) };
    for (const field of LETTER_FIELDS) letter[field] = written[field] || letter[field];
    setDraft(letter);
    keepDraft(code, letter);
  }, [code, form]);
  return [
    draft,
    (letter) => {
      setDraft(letter);
      keepDraft(code, letter);
    },
  ];
}
