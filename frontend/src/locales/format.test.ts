import { describe, expect, it } from "vitest";
import { formatDateRange, formatGrams, formatList, formatMonth } from "./format";

describe("formatDateRange", () => {
  it.each([
    ["2026-06-08", "2026-07-19", "8 June – 19 July 2026"],
    ["2025-12-20", "2026-01-05", "20 December 2025 – 5 January 2026"],
    ["2026-06-01", "2026-06-20", "1 – 20 June 2026"],
    ["2026-06-08", "2026-06-08", "8 June 2026"],
  ])("writes %s to %s as %s", (from, to, text) => {
    expect(formatDateRange(from, to)).toBe(text);
  });
});

it("keeps a figure and its unit on one line", () => {
  expect(formatGrams(1905.6)).toBe("1,906\u00a0g");
});

it("names months from 1", () => {
  expect([formatMonth(1), formatMonth(12, "narrow")]).toEqual(["January", "D"]);
});

it("joins a list as in a sentence", () => {
  expect(formatList(["rain", "bloom", "harvest"])).toBe("rain, bloom and harvest");
});
