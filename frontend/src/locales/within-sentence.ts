/** The words that names of honeys begin with and that are no names themselves. */
const OPENINGS = /^(?:An?|The|This|These|That|Our|Any|Another)(?= )/;

/** "a domestic honey" for "A domestic honey"; "Inyonga honey" keeps its capital. */
export function withinSentence(name: string): string {
  return name.replace(OPENINGS, (opening) => opening.toLowerCase());
}
