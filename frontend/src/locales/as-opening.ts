/** "The beekeepers of Mlele" at the start of a sentence, "the beekeepers of Mlele" within one. */
export function asOpening(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
