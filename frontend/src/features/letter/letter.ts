/** What a reader writes to a beekeeper. */
export interface Letter {
  name: string;
  message: string;
  /** Empty when the reader gives none. */
  email: string;
}

export type LetterField = keyof Letter;

/** In the order of the form. */
export const LETTER_FIELDS: readonly LetterField[] = ["name", "message", "email"];

/** What is wrong with each field: it is empty or no address, or too long. */
export type Problems = Partial<Record<LetterField, "unfit" | "too-long">>;

/** Limits in characters, as the server counts them. */
export const MAX_LENGTH: Record<LetterField, number> = { name: 80, message: 2000, email: 254 };

export const EMPTY_LETTER: Letter = { name: "", message: "", email: "" };

const FIT: Record<LetterField, RegExp> = {
  name: /\S/,
  message: /\S/,
  email: /^$|^\S+@\S+\.\S+$/,
};

/** Characters as people count them: an emoji is one, not two. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** The letter as it is sent: without blank edges. */
export function trimLetter({ name, message, email }: Letter): Letter {
  return { name: name.trim(), message: message.trim(), email: email.trim() };
}

/** What keeps a letter from being sent. */
export function findProblems(letter: Letter): Problems {
  const trimmed = trimLetter(letter);
  const problems: Problems = {};
  for (const field of LETTER_FIELDS) {
    if (!FIT[field].test(trimmed[field])) problems[field] = "unfit";
    else if (lengthOf(trimmed[field]) > MAX_LENGTH[field]) problems[field] = "too-long";
  }
  return problems;
}
