import { describe, expect, it } from "vitest";
import LONGEST from "#cases/letter.json";
import { findProblems, lengthOf, MAX_LENGTH } from "./letter";

const GOOD = { name: "Ann", message: "Asante!", email: "" };

describe("findProblems", () => {
  it("finds none in a letter with or without an address", () => {
    expect(findProblems(GOOD)).toEqual({});
    expect(findProblems({ ...GOOD, email: " ann@example.org " })).toEqual({});
  });

  it.each([
    [{ name: "  " }, { name: "unfit" }],
    [{ message: "\n" }, { message: "unfit" }],
    [{ name: "x".repeat(81) }, { name: "too-long" }],
    [{ message: "x".repeat(2001) }, { message: "too-long" }],
    [{ email: "ann at home" }, { email: "unfit" }],
  ])("finds in %j %j", (change, problems) => {
    expect(findProblems({ ...GOOD, ...change })).toEqual(problems);
  });

  it("allows a name and a message just as long as they may be", () => {
    expect(findProblems({ ...GOOD, name: "x".repeat(80), message: "🐝".repeat(2000) })).toEqual({});
  });
});

describe("lengthOf", () => {
  it("counts an emoji once", () => {
    expect(lengthOf("🐝!")).toBe(2);
  });
});

it("has the limits of the server", () => {
  expect(MAX_LENGTH).toEqual(LONGEST);
});
