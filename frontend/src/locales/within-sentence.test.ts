import { expect, it } from "vitest";
import { withinSentence } from "./within-sentence";

it.each([
  ["A domestic honey", "a domestic honey"],
  ["This honey", "this honey"],
  ["Inyonga honey", "Inyonga honey"],
  ["Acacia honey from Hungary", "Acacia honey from Hungary"],
  ["Theodor’s honey", "Theodor’s honey"],
  ["Émile", "Émile"],
  ["", ""],
])("writes %s within a sentence as %s", (name, within) => {
  expect(withinSentence(name)).toBe(within);
});
