import { globSync } from "node:fs";
import { relative } from "node:path";

const SOURCE = `${import.meta.dirname}/src`;
const FILES = globSync("**/*.module.css", { cwd: SOURCE }).sort();

/**
 * Names a class of a CSS module by itself and by its file's number, alike in every build of the
 * same source: they stand in each page, where hashes would be a part of its bytes that no
 * compression makes smaller.
 * @throws {Error} when the file is not in `src`.
 */
export function className(name: string, file: string): string {
  const number = FILES.indexOf(relative(SOURCE, file.replace(/\?.*/, "")));
  if (number < 0) throw new Error(`${file} is not in ${SOURCE}.`);
  return `_${name}_${number.toString(36)}`;
}
