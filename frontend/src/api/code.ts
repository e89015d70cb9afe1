/** As the server ignores them: spaces, dashes, underscores and full stops. */
const IGNORED = /[\s\-\u2010-\u2015_.]+/g;
/** What stands on a jar is a whole address: https://…/q/CODE. A scanner hands on all of it. */
const IN_ADDRESS = /\/(?:Q|APP)\/([^/?#]+)/;
const ACCENTS = /\p{Mn}/gu;
const LONGEST = 15;

/**
 * The code as it is stored: upper case, without accents, and without the spaces and dashes that
 * people type or print; out of a jar's whole address it takes the code. `cases/codes.json` holds the server to the same reading.
 */
export function normaliseCode(typed: string): string {
  const letters = typed.toUpperCase().normalize("NFKD").toUpperCase();
  const code = letters.replaceAll(ACCENTS, "").replaceAll(IGNORED, "");
  return IN_ADDRESS.exec(code)?.[1] ?? code;
}

export type CodeProblem = "empty" | "too-long" | "wrong-character";

/** What keeps a typed code from being a jar code, or null: jar codes are 1 to 15 letters and digits. */
export function findCodeProblem(typed: string): CodeProblem | null {
  const code = normaliseCode(typed);
  if (code === "") return "empty";
  if (!/^[A-Z0-9]+$/.test(code)) return "wrong-character";
  return code.length > LONGEST ? "too-long" : null;
}
