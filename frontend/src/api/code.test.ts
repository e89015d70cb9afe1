import { describe, expect, it } from "vitest";
import CASES from "#cases/codes.json";
import { findCodeProblem, normaliseCode } from "./code";

it.each(CASES)("reads $typed as $code, like the server", ({ typed, code, possible }) => {
  expect(normaliseCode(typed)).toBe(code);
  expect(findCodeProblem(typed) === null).toBe(possible);
});

describe("findCodeProblem", () => {
  it.each([
    ["a", null],
    ["abc-def-ghj-klm-2", null],
    ["", "empty"],
    [" - ", "empty"],
    ["ABCDEFGHJKLMNPQR", "too-long"],
    ["HØNEY", "wrong-character"],
    ["a/b", "wrong-character"],
  ])("finds in %j: %s", (typed, problem) => {
    expect(findCodeProblem(typed)).toBe(problem);
  });
});
