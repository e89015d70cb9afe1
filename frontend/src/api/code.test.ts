import fc from "fast-check";
import { describe, expect, it } from "vitest";
import CASES from "#cases/codes.json";
import { findCodeProblem, normaliseCode } from "./code";

it.each(CASES)("reads $typed as $code, like the server", ({ typed, code, possible }) => {
  expect(normaliseCode(typed)).toBe(code);
  expect(findCodeProblem(typed) === null).toBe(possible);
});

const CODE = fc.stringMatching(/^[A-Z0-9]{1,15}$/);
/** What people and programs put around a code and into it, none of which a code has. */
const CLUTTER = fc.constantFrom(
  "",
  " ",
  "-",
  ".",
  ",",
  ")",
  "!",
  '"',
  "\u200b",
  "\ufeff",
  "\u0301",
);
const BEFORE = fc.constantFrom(
  "",
  "/q/",
  "//Q//",
  "/app/",
  "HTTPS://honey.example/q/",
  "honey.example/app/",
);
const AFTER = fc.constantFrom(
  "",
  "?utm=1",
  "&fbclid=1",
  "#top",
  "%3Futm=1",
  "%E0",
  "/",
  "?/q/OTHER",
);

describe("normaliseCode", () => {
  it("reads a code whatever stands around it and between its characters", () => {
    fc.assert(
      fc.property(
        CODE,
        CLUTTER,
        BEFORE,
        AFTER,
        fc.boolean(),
        (code, clutter, before, after, small) => {
          const written = small ? code.toLowerCase() : code;
          const typed = `${before}${clutter}${[...written].join(clutter)}${clutter}${after}`;
          fc.pre(before !== "" || after !== "/" || !["Q", "APP"].includes(code));
          expect(normaliseCode(typed)).toBe(code);
        },
      ),
    );
  });

  it("changes nothing more the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const once = normaliseCode(typed);
        expect(normaliseCode(once)).toBe(once);
      }),
    );
  });
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
