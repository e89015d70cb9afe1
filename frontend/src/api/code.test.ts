import { describe, expect, it } from "vitest";
import { findCodeProblem, normaliseCode } from "./code";

describe("normaliseCode", () => {
  it.each([
    ["purejoy", "PUREJOY"],
    ["  pure joy ", "PUREJOY"],
    ["K7Q4-MX2P", "K7Q4MX2P"],
    ["k7q4–mx2p", "K7Q4MX2P"],
  ])("reads %j as %s", (typed, code) => {
    expect(normaliseCode(typed)).toBe(code);
  });
});

describe("findCodeProblem", () => {
  it.each([
    ["a", null],
    ["abc-def-ghj-klm-2", null],
    ["", "empty"],
    [" - ", "empty"],
    ["ABCDEFGHJKLMNPQR", "too-long"],
    ["HÖNEY", "wrong-character"],
    ["a/b", "wrong-character"],
  ])("finds in %j: %s", (typed, problem) => {
    expect(findCodeProblem(typed)).toBe(problem);
  });
});
