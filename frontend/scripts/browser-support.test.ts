import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findUnsupported } from "./browser-support.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(`${tmpdir()}/support-`);
});
afterEach(() => rm(folder, { recursive: true }));

it.each([
  ["[2, 1].toSorted();", "Array.toSorted"],
  ["const one: readonly number[] = []; one.toReversed();", "Array.toReversed"],
  ["AbortSignal.timeout(9);", "AbortSignal.timeout"],
  ["Response.json({});", "Response.json"],
  ["Promise.withResolvers();", "Promise.withResolvers"],
])("refuses %s", async (code, name) => {
  const file = `${folder}/new.ts`;
  await writeFile(file, code);
  expect(findUnsupported([file]).join()).toContain(`${name} is not in the oldest`);
});

it("lets pass what all have, whatever it is called", async () => {
  const file = `${folder}/old.ts`;
  await writeFile(
    file,
    "const own = { toSorted: () => 1 }; own.toSorted(); [1].at(-1); structuredClone(own); new AbortController().abort(); document.querySelector('a')?.replaceChildren();",
  );
  expect(findUnsupported([file])).toEqual([]);
});
