import { describe, expect, it } from "vitest";
import { spansOfDates, spansOfMonths } from "./year-spans";

describe("spansOfMonths", () => {
  it("covers both months whole", () => {
    expect(spansOfMonths(1, 3)).toEqual([{ start: 0, end: 0.25 }]);
    expect(spansOfMonths(12, 12)).toEqual([{ start: 11 / 12, end: 1 }]);
    expect(spansOfMonths(1, 12)).toEqual([{ start: 0, end: 1 }]);
  });

  it("falls into two parts over the new year", () => {
    expect(spansOfMonths(10, 3)).toEqual([
      { start: 0, end: 0.25 },
      { start: 0.75, end: 1 },
    ]);
  });
});

describe("spansOfDates", () => {
  it("includes both days", () => {
    expect(spansOfDates("2026-01-01", "2026-12-31")).toEqual([{ start: 0, end: 1 }]);
    const [day] = spansOfDates("2026-06-01", "2026-06-01");
    expect(day?.start).toBeCloseTo(5 / 12);
    expect(day?.end).toBeCloseTo((5 + 1 / 30) / 12);
  });

  it("falls into two parts over the new year", () => {
    expect(spansOfDates("2025-12-01", "2026-01-31")).toEqual([
      { start: 0, end: 1 / 12 },
      { start: 11 / 12, end: 1 },
    ]);
  });
});
