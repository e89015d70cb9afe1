/** What stands on a jar is a whole address: https://…/q/CODE. Our pages have /app/CODE/PAGE. */
const AREAS = ["Q", "APP"];
const SCHEME = /^[^/]*:\/+/;
const ENCODED = /(?:%[0-9A-F]{2})+/g;
/** What follows is not the address's path; a lone % is an encoding that was cut short. */
const END_OF_PATH = /[?#&%]/;
const NO_LETTER_OR_DIGIT = /[^\p{L}\p{N}]/gu;

export const LONGEST_CODE = 15;

/**
 * The code as it is stored: upper case, letters and digits without accents, and nothing else of
 * what people type, paste or print. Out of a jar's whole address it takes the code; an address
 * that names none is empty, and one that may mean several keeps a slash, which no code has.
 * The server reads alike: `cases/codes.json` and `cases/addresses.json` hold both to it.
 */
export function normaliseCode(typed: string): string {
  const parts = addressParts(typed);
  const area = parts.findIndex((part, place) => AREAS.includes(part) && place < parts.length - 1);
  if (area >= 0) return parts[area + 1] ?? "";
  const onlyAnArea = AREAS.includes(parts.at(-1) ?? "") && typed.includes("/");
  return onlyAnArea ? "" : parts.join("/");
}

/** What stands between the slashes of a path, each read as a code is, without scheme and host. */
export function addressParts(typed: string): string[] {
  const plain = upper(typed).replace(ENCODED, decoded);
  const [path = ""] = upper(plain).split(END_OF_PATH, 1);
  const bare = path.replace(SCHEME, "");
  const parts = bare.split("/");
  const read = parts.map((part) => part.replace(NO_LETTER_OR_DIGIT, ""));
  const hasHost = bare !== path || (parts[0]?.includes(".") && read.slice(1).some(Boolean));
  return read.slice(hasHost ? 1 : 0).filter(Boolean);
}

function upper(text: string): string {
  // Compatible forms, such as those of full width, become what they stand for.
  return text.toUpperCase().normalize("NFKD").toUpperCase();
}

function decoded(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

export type CodeProblem = "empty" | "too-long" | "wrong-character";

/** What keeps a typed code from being a jar code, or null: jar codes are 1 to 15 letters and digits. */
export function findCodeProblem(typed: string): CodeProblem | null {
  const code = normaliseCode(typed);
  if (code === "") return "empty";
  if (!/^[A-Z0-9]+$/.test(code)) return "wrong-character";
  return code.length > LONGEST_CODE ? "too-long" : null;
}
