import { describe, expect, it } from "vitest";
import { i18n } from "#locales/i18n";
import { GRADES, gradeOf } from "./pfund";

describe("gradeOf", () => {
  it.each([
    [0, "Water white"],
    [8, "Water white"],
    [8.1, "Extra white"],
    [34, "White"],
    [50, "Extra light amber"],
    [62, "Light amber"],
    [85, "Light amber"],
    [114, "Amber"],
    [115, "Dark amber"],
    [150, "Dark amber"],
  ])("names %s mm Pfund %s", (mmPfund, name) => {
    const grade = GRADES[gradeOf(mmPfund)];
    expect(grade && i18n._(grade.name)).toBe(name);
  });
});
