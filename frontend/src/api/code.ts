/** The code as it is stored: upper-case, without the spaces and dashes people type or print. */
export function normaliseCode(typed: string): string {
  return typed.replaceAll(/[\s\-‐‑‒–—_.]/g, "").toUpperCase();
}

export type CodeProblem = "empty" | "too-long" | "wrong-character";

/** What keeps a typed code from being a jar code, or null: jar codes are 1 to 15 letters and digits. */
export function findCodeProblem(typed: string): CodeProblem | null {
  const code = normaliseCode(typed);
  if (code === "") return "empty";
  if (!/^[A-Z0-9]+$/.test(code)) return "wrong-character";
  return code.length > 15 ? "too-long" : null;
}
